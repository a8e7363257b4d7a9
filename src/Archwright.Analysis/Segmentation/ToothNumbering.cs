using Archwright.Dental;

namespace Archwright.Analysis;

/// <summary>
/// Numbers clusters along the arch. Method: dynamic programming over clusters in order and places in order; a cluster may be
/// left out or joined with the next. Costs are <see cref="NumberingCosts"/>. A pass forwards and one backwards give the cost of
/// the best numbering through each choice, and from that how sure each number is. Complexity: O(clusters² · places²).
/// </summary>
internal sealed class ToothNumbering
{
    private static readonly int[] Places = [-8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8];
    private readonly List<State> _states = [];
    private readonly double[] _skipped;
    private readonly double[] _forward;
    private readonly double[] _backward;
    private readonly int[] _from;
    private readonly NumberingCosts _costs;

    private ToothNumbering(List<ToothCluster> clusters, NumberingCosts costs)
    {
        _costs = costs;
        _skipped = new double[clusters.Count + 1];
        for (int i = 0; i < clusters.Count; i++)
            _skipped[i + 1] = _skipped[i] + NumberingCosts.LeaveOut(clusters[i]);
        for (int end = 1; end <= clusters.Count; end++)
        {
            foreach (int place in Places)
            {
                _states.Add(new State(end - 1, end, place, clusters[end - 1], costs.Self(clusters[end - 1], place)));
                if (end < 2)
                    continue;
                double join = costs.Join(clusters[end - 2], clusters[end - 1], place);
                ToothCluster both = clusters[end - 2].With(clusters[end - 1]);
                if (double.IsFinite(join))
                    _states.Add(new State(end - 2, end, place, both, join + costs.Self(both, place)));
            }
        }

        _forward = new double[_states.Count];
        _backward = new double[_states.Count];
        _from = new int[_states.Count];
        Forwards();
        Backwards();
    }

    /// <summary>The cheapest numbering and its cost.</summary>
    public static (List<NumberedCluster> Teeth, double Cost) Number(List<ToothCluster> clusters, ArchPath path, Jaw jaw)
    {
        var numbering = new ToothNumbering(clusters, new NumberingCosts(path, jaw, clusters));
        return numbering.Best();
    }

    private (List<NumberedCluster> Teeth, double Cost) Best()
    {
        int last = 0;
        for (int s = 1; s < _states.Count; s++)
        {
            if (_forward[s] + After(s) < _forward[last] + After(last))
                last = s;
        }

        double cost = _forward[last] + After(last);
        var teeth = new List<NumberedCluster>();
        for (int at = last; at >= 0; at = _from[at])
            teeth.Insert(0, new NumberedCluster(_states[at].Own, _states[at].Place, Margin(at, cost)));
        return (teeth, cost);
    }

    private double Margin(int chosen, double cost)
    {
        double other = cost + 50;
        for (int s = 0; s < _states.Count; s++)
        {
            bool sharesCluster = _states[s].Start < _states[chosen].End && _states[chosen].Start < _states[s].End;
            if (sharesCluster && _states[s].Place != _states[chosen].Place)
                other = Math.Min(other, _forward[s] + _backward[s]);
        }

        return other - cost;
    }

    private void Forwards()
    {
        for (int t = 0; t < _states.Count; t++)
        {
            State to = _states[t];
            double best = _skipped[to.Start] + NumberingCosts.End(to.Place, -1);
            int from = -1;
            for (int s = 0; s < t; s++)
            {
                if (_states[s].End > to.Start || _states[s].Place >= to.Place)
                    continue;
                double through = _forward[s] + Between(s, t);
                if (through < best)
                    (best, from) = (through, s);
            }

            _forward[t] = best + to.Self;
            _from[t] = from;
        }
    }

    private void Backwards()
    {
        for (int s = _states.Count - 1; s >= 0; s--)
        {
            double best = After(s);
            for (int t = s + 1; t < _states.Count; t++)
            {
                if (_states[s].End <= _states[t].Start && _states[s].Place < _states[t].Place)
                    best = Math.Min(best, Between(s, t) + _states[t].Self + _backward[t]);
            }

            _backward[s] = best;
        }
    }

    private double Between(int s, int t) =>
        _costs.Step(_states[s].Own, _states[t].Own, _states[s].Place, _states[t].Place) + _skipped[_states[t].Start] - _skipped[_states[s].End];

    private double After(int s) => _skipped[^1] - _skipped[_states[s].End] + NumberingCosts.End(_states[s].Place, 1);

    private readonly record struct State(int Start, int End, int Place, ToothCluster Own, double Self);
}
