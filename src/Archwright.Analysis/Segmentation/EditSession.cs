using System.Collections.Immutable;

namespace Archwright.Analysis;

/// <summary>The labels of a solution while edits change them: what is solved anew, what is carried to the scan, what a person has fixed.</summary>
internal sealed class EditSession(ArchSolution start)
{
    // more than half: a given label stands where no seed reaches, and yields where a seed and the classifier agree (engineering default)
    private const float GivenShare = 0.6f;

    private readonly List<SolvedTooth> _teeth = [.. start.Teeth];
    private readonly List<SeedPull> _pulls = [.. start.Pulls];
    private readonly int[] _instances = [.. start.Instances];
    private readonly int[] _scanInstances = [.. start.ScanInstances];
    private readonly bool[] _pinned = [.. start.Pinned];
    private readonly bool[] _scanPinned = [.. start.ScanPinned];

    /// <summary>Where it began: pose, evidence and meshes are the same to the end.</summary>
    public SolutionLayout Start => start.Layout;

    /// <summary>Teeth, also those that are gone.</summary>
    public IReadOnlyList<SolvedTooth> Teeth => _teeth;

    /// <summary>Labels of the working mesh.</summary>
    public IReadOnlyList<int> Instances => _instances;

    /// <summary>Labels of the scan.</summary>
    public IReadOnlyList<int> ScanInstances => _scanInstances;

    /// <summary>The solution as it stands.</summary>
    public ArchSolution ToSolution() =>
        new(start.Layout, [.. _teeth], [.. _instances], [.. _scanInstances]) { Pulls = [.. _pulls], Pinned = [.. _pinned], ScanPinned = [.. _scanPinned] };

    /// <summary>The label of a tooth that is there, or 0; a number whose surface the cut has taken away is free.</summary>
    public int LabelOf(int fdi) =>
        Enumerable.Range(1, _teeth.Count).FirstOrDefault(l => !_teeth[l - 1].IsGone && _teeth[l - 1].Id.Fdi == fdi && _instances.Contains(l));

    /// <summary>A new tooth; its label.</summary>
    public int Add(SolvedTooth tooth)
    {
        _teeth.Add(tooth);
        return _teeth.Count;
    }

    /// <summary>Another entry for a label.</summary>
    public void Change(int label, Func<SolvedTooth, SolvedTooth> change) => _teeth[label - 1] = change(_teeth[label - 1]);

    /// <summary>A seed that stays in force.</summary>
    public void Add(SeedPull pull) => _pulls.Add(pull);

    /// <summary>Working vertices of a label.</summary>
    public int[] VerticesOf(int label) => [.. Enumerable.Range(0, _instances.Length).Where(v => _instances[v] == label)];

    /// <summary>All of one label gets another, on both meshes, exactly.</summary>
    public void Replace(int label, int by)
    {
        for (int v = 0; v < _instances.Length; v++)
            _instances[v] = _instances[v] == label ? by : _instances[v];
        for (int v = 0; v < _scanInstances.Length; v++)
            _scanInstances[v] = _scanInstances[v] == label ? by : _scanInstances[v];
    }

    /// <summary>
    /// Labels of least cost for <paramref name="free"/> vertices alone, by the same graph cut as the whole arch; all others hold still. What a
    /// person's border has fixed is not free. Labels of the scan follow where their sources have changed. Of labels that were given only what
    /// <paramref name="gaining"/> wins changes: the borders between all others were drawn by someone else, who saw no reason to move them.
    /// </summary>
    /// <param name="free">Working vertices.</param>
    /// <param name="labels">Labels they may take.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="gaining">The label the edit speaks for; null where it speaks for all of them.</param>
    /// <param name="isHeld">True where labels that were given count as evidence too; false where the edit says that they are wrong here.</param>
    public void Resolve(IEnumerable<int> free, IEnumerable<int> labels, CancellationToken cancel, int? gaining = null, bool isHeld = false)
    {
        bool[] allowed = new bool[_teeth.Count + 1];
        foreach (int l in labels)
            allowed[l] = true;
        float[]?[] cost = new float[]?[_instances.Length];
        bool[] isFree = new bool[_instances.Length];
        int[] before = [.. _instances];
        foreach (int v in free)
        {
            if (_pinned[v] || isFree[v] || (Start.IsGiven && !Start.View.InReach[v]))
                continue;
            isFree[v] = true;
            float[] own = cost[v] = LabelCosts.At(Start.View, Start.Evidence, _teeth, v);
            if (Start.IsGiven && isHeld)
                SeedPull.Mix(own, _instances[v], GivenShare);
            foreach (SeedPull pull in _pulls)
                pull.Apply(v, own);
            for (int l = 0; l < own.Length; l++)
                own[l] = allowed[l] ? own[l] : float.PositiveInfinity;
            if (!float.IsFinite(own[_instances[v]]))
                _instances[v] = Array.IndexOf(own, own.Min());
        }

        int[] alphas = Start.IsGiven && gaining is { } one ? [one] : [.. Enumerable.Range(0, allowed.Length).Where(l => allowed[l])];
        LabelCut.Improve(_instances, alphas, LabelCut.Edges(Start.View, isFree), cost, Start.Evidence.AreaMm2, cancel);
        IEnumerable<int> anchors = _pulls.SelectMany(p => p.Share.Where(s => s.Value == 1 && _instances[s.Key] == p.Label).Select(s => s.Key));
        LabelIslands.Clean(Start.View.Topology, Start.Evidence.AreaMm2, _instances, isFree, [.. anchors]);
        Carry(before);
    }

    /// <summary>The surface inside a person's line is the tooth, what was it outside is none of it any more.</summary>
    public void Draw(int label, bool[] inside, CancellationToken cancel)
    {
        int[] wasOutside = [.. Enumerable.Range(0, inside.Length).Where(v => !inside[v] && _scanInstances[v] == label)];
        double[] share = Start.Carry?.ShareOf(inside, _instances.Length) ?? [.. inside.Select(i => i ? 1.0 : 0)];
        var released = new List<int>();
        for (int v = 0; v < _instances.Length; v++)
        {
            bool isInside = share[v] < 0 ? _instances[v] == label : share[v] > 0.5;
            if (isInside)
                _instances[v] = label;
            else if (_instances[v] == label)
                released.Add(v);
            _pinned[v] = isInside || (_pinned[v] && _instances[v] != label);
        }

        int[] scanBefore = [.. _scanInstances];
        IEnumerable<int> others = Around(released).Append(0).Where(l => l != label);
        Resolve(released, others, cancel);

        // the line is exact on the scan: only what the tooth gained or lost changes there
        scanBefore.CopyTo(_scanInstances, 0);
        bool[] isLabel = [.. _instances.Select(i => i == label)];
        for (int v = 0; v < inside.Length; v++)
        {
            if (inside[v])
                _scanInstances[v] = label;
            _scanPinned[v] |= inside[v] || (Start.Carry?.TakesFrom(v, isLabel) ?? false);
        }

        foreach (int v in wasOutside)
        {
            _scanInstances[v] = Start.Carry?.Label(v, _instances, label) ?? _instances[v];
            _scanPinned[v] = true;
        }
    }

    /// <summary>What a person has drawn of a label may be solved again.</summary>
    public void Release(int label)
    {
        for (int v = 0; v < _instances.Length; v++)
            _pinned[v] &= _instances[v] != label;
        for (int v = 0; v < _scanInstances.Length; v++)
            _scanPinned[v] &= _scanInstances[v] != label;
    }

    /// <summary>Labels on and next to vertices.</summary>
    public IEnumerable<int> Around(IEnumerable<int> vertices)
    {
        var labels = new SortedSet<int>();
        foreach (int v in vertices)
        {
            labels.Add(_instances[v]);
            foreach (int n in Start.View.Topology.NeighboursOf(v))
                labels.Add(_instances[n]);
        }

        return labels;
    }

    private void Carry(int[] before)
    {
        bool[] changed = [.. _instances.Select((l, v) => l != before[v])];
        for (int v = 0; v < _scanInstances.Length; v++)
        {
            if (_scanPinned[v])
                continue;
            if (Start.Carry is not { } carry)
                _scanInstances[v] = changed[v] ? _instances[v] : _scanInstances[v];
            else if (carry.TakesFrom(v, changed))
                _scanInstances[v] = Start.IsGiven ? carry.Moved(v, _scanInstances[v], before, _instances) : carry.Label(v, _instances);
        }
    }
}
