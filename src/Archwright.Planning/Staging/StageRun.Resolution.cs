using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Staging;

// How one tray is made legal: proposals are scaled back until no pair overlaps more than it may.
internal sealed partial class StageRun
{
    /// <summary>Scales proposals back until no pair overlaps more than it may.</summary>
    private void Resolve(int stage)
    {
        List<int> dirty = [.. Enumerable.Range(0, _overlap.Length).Where(p => Stirs(_scene.Pairs[p].A) || Stirs(_scene.Pairs[p].B))];
        while (dirty.Count > 0)
        {
            MeasurePairs(dirty);
            SortedSet<int> changed = [];
            for (int p = 0; p < _overlap.Length; p++)
            {
                double excess = Excess(p, stage);
                if (excess <= 0)
                    continue;
                int culprit = ScaleBack(p, excess, changed);
                if (culprit >= 0)
                    changed.Add(culprit);
            }

            foreach (int i in changed)
                Try(i);
            dirty = [.. changed.SelectMany(i => _scene.PairsOf(i)).Distinct().Order()];
        }

        GrowBack(stage);
    }

    private int ScaleBack(int pair, double excess, SortedSet<int> changed)
    {
        ScenePair p = _scene.Pairs[pair];
        Overlap o = _overlap[pair];
        double a = _scale[p.A] > 0 ? Vec3.Dot(Displacement(p.A, o.Point), o.Direction) : double.NegativeInfinity;
        double b = _scale[p.B] > 0 ? -Vec3.Dot(Displacement(p.B, o.Point), o.Direction) : double.NegativeInfinity;
        bool canA = _scale[p.A] > 0 && Stirs(p.A);
        bool canB = _scale[p.B] > 0 && Stirs(p.B);
        if (!canA && !canB)
            return -1;
        bool chooseA = canA && (!canB || (a > 0 && b <= 0) || ((a > 0 == b > 0) && YieldsTo(p.A, p.B, a, b)));
        int culprit = chooseA ? p.A : p.B;
        if (changed.Contains(culprit))
            return -1;
        double approach = chooseA ? a : b;
        double factor = approach > 1e-6 ? Math.Clamp(0.95 - (1.05 * excess / approach), 0, 0.85) : 0.5;
        _scale[culprit] *= factor;
        if (_scale[culprit] < 0.06)
            _scale[culprit] = 0;
        bool iprWaits = _iprStage[pair] < 0 && _iprMm[pair] > 0 && o.DepthMm <= _iprMm[pair] + _preferences.Staging.CollisionToleranceMm;
        _note[culprit] = new StageNote(NoteKind.Slowed, chooseA ? p.B : p.A, o.DepthMm, iprWaits);
        return culprit;
    }

    /// <summary>Of two teeth that both approach (or neither), the one with less left to do gives way.</summary>
    private bool YieldsTo(int a, int b, double approachA, double approachB)
    {
        if (approachA <= 0 && approachB <= 0)
            return approachA >= approachB;
        double leftA = (_programs[a].Total - _at[a]).Size;
        double leftB = (_programs[b].Total - _at[b]).Size;
        return leftA <= leftB;
    }

    /// <summary>How far the tooth's material at a point has come in this stage.</summary>
    private Vec3 Displacement(int tooth, Vec3 point) =>
        point - (_pose[tooth] * _tried[tooth].Inverse).Apply(point);

    /// <summary>Scaling back overshoots; each tooth that gave way takes back what is still free, the one with most to do first.</summary>
    private void GrowBack(int stage)
    {
        IEnumerable<int> slowed = Enumerable.Range(0, _scale.Length)
            .Where(i => Stirs(i) && _scale[i] < 1)
            .OrderByDescending(i => (_programs[i].Total - _at[i]).Size)
            .ThenBy(i => i);
        foreach (int i in slowed.ToArray())
        {
            double low = _scale[i];
            double high = 1;
            int[] pairs = [.. _scene.PairsOf(i)];
            for (int round = 0; round < 3; round++)
            {
                _scale[i] = round == 0 && low == 0 ? 0.25 : (low + high) / 2;
                double tried = _scale[i];
                Try(i);
                MeasurePairs(pairs);
                if (pairs.All(p => Excess(p, stage) <= 0))
                    low = tried;
                else
                    high = tried;
            }

            _scale[i] = low;
            Try(i);
            MeasurePairs(pairs);
        }
    }
}
