using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Setup;

/// <summary>
/// Removes what overlap is left after the solution by small pushes along the separating directions, each tooth giving way
/// in turn (position-based dynamics; Müller et al. 2007, doi 10.1016/j.jvcir.2007.01.005). Posterior teeth give way
/// sideways and apically, never by extrusion. Deterministic: pairs in fixed order, all pushes of a round added up.
/// </summary>
internal static class ResidualOverlaps
{
    private const int Rounds = 80;

    /// <summary>Overlap allowed at a pair: the enamel taken there, or what the pair inherits from stage 0.</summary>
    public static double Allowed(ToothPair pair) => Math.Max(pair.ReductionMm, pair.InheritedMm);

    /// <summary>Pushes in place until every pair is within <paramref name="toleranceMm"/> of what it may have; returns the overlaps left.</summary>
    public static Nearness[] Remove(
        SetupState state, IReadOnlyList<ToothPair> pairs, IProximity proximity, double toleranceMm, Action<int> constrain, RunContext context)
    {
        var near = new Nearness[pairs.Count];
        for (int round = 0; round <= Rounds; round++)
        {
            context.For(pairs.Count, k => near[k] = proximity.Between(pairs[k].A, state.Poses[pairs[k].A], pairs[k].B, state.Poses[pairs[k].B]));
            if (round == Rounds || !Push(state, pairs, near, toleranceMm, constrain))
                break;
        }

        return near;
    }

    private static bool Push(
        SetupState state, IReadOnlyList<ToothPair> pairs, Nearness[] near, double toleranceMm, Action<int> constrain)
    {
        var push = new Vec3[state.Teeth.Count];
        var count = new int[state.Teeth.Count];
        bool any = false;
        for (int k = 0; k < pairs.Count; k++)
        {
            double excess = near[k].DepthMm - Allowed(pairs[k]);
            if (excess <= toleranceMm)
                continue;
            ToothPair pair = pairs[k];
            int free = (state.Teeth[pair.A].IsMovable ? 1 : 0) + (state.Teeth[pair.B].IsMovable ? 1 : 0);
            if (free == 0)
                continue;
            any = true;
            Vec3 step = near[k].Direction * ((excess - (toleranceMm / 2)) / free);
            push[pair.A] -= step;
            push[pair.B] += step;
            count[pair.A]++;
            count[pair.B]++;
        }

        for (int i = 0; i < push.Length; i++)
        {
            if (count[i] == 0)
                continue;
            state.Move(i, push[i], Vec3.Zero);
            constrain(i);
        }

        return any;
    }
}
