using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Setup;

/// <summary>
/// Solves for all six degrees of freedom of all movable teeth together: each tooth is drawn to its place in the
/// arrangement, contacts close on the real surfaces, teeth do not pass through one another, widths stay within limits.
/// Method: Gauss–Newton with the contact distances linearised at each step; one-sided conditions enter while they are
/// violated (active set). O(n³) per step for n = 6 × teeth.
/// </summary>
internal static class PoseRefinement
{
    private const int Steps = 14;
    private const double ContactWeight = 60;

    // opposing posterior teeth this near come to touch, where their aims let them
    private const double SettleMm = 1.5;
    private const double SettleWeight = 3;
    private const double RadianWeight = 60;

    // near roots part by turns of the teeth before norms of tip do, and never before contacts do
    private const double RootWeight = 15;

    // contacts come into line by shifts rather than by turns, which would make the front pointed
    private const double FrontTurnWeight = 400;

    // facing contact points of front teeth stand in one line, as far as their turns and the arch form allow
    private const double AlignmentWeight = 2;

    // along the arch the contacts decide, across it and vertically the arrangement does
    private const double AlongWeight = 0.4;

    /// <summary>Solves in place. <paramref name="proximity"/> measures pairs of teeth at the present poses.</summary>
    public static void Solve(
        SetupState state,
        IReadOnlyList<ToothPair> pairs,
        IProximity proximity,
        IReadOnlyList<WidthLimit> widths,
        RootSpacing roots,
        RunContext context)
    {
        int[] slots = Slots(state, out int movable);
        if (movable == 0)
            return;
        for (int step = 0; step < Steps; step++)
        {
            var near = new Nearness[pairs.Count];
            context.For(pairs.Count, k => near[k] = proximity.Between(pairs[k].A, state.Poses[pairs[k].A], pairs[k].B, state.Poses[pairs[k].B]));
            var system = new SymmetricSystem(6 * movable);
            for (int i = 0; i < slots.Length; i++)
            {
                if (slots[i] >= 0)
                    AddAim(system, state, i, slots[i]);
            }

            for (int k = 0; k < pairs.Count; k++)
                AddPair(system, state, slots, pairs[k], near[k]);
            foreach (ToothPair pair in pairs.Where(p => p.IsContact))
                AddAlignment(system, state, slots, pair);
            foreach (int k in Settling(state, pairs, near))
                Relative(system, state, slots, pairs[k].A, pairs[k].B, near[k].Point, near[k].Direction, -near[k].GapMm, SettleWeight);
            foreach (WidthLimit width in widths)
                AddWidth(system, state, slots, width);
            foreach (RootSpacing.Demand demand in roots.Demands(state))
                Relative(system, state, slots, demand.A, demand.B, demand.Point, demand.Direction, demand.Mm, RootWeight);
            system.Damp(1e-9, 0.02);
            Apply(state, slots, system.Solve());
        }
    }

    // each posterior upper tooth seeks contact with the lower tooth nearest to it
    private static IEnumerable<int> Settling(SetupState state, IReadOnlyList<ToothPair> pairs, Nearness[] near)
    {
        var nearest = new int[state.Teeth.Count];
        Array.Fill(nearest, -1);
        for (int k = 0; k < pairs.Count; k++)
        {
            int upper = pairs[k].A;
            if (!pairs[k].AreAntagonists || state.Teeth[upper].Tooth.Id.IsAnterior || state.Teeth[pairs[k].B].Tooth.Id.IsAnterior)
                continue;
            if (nearest[upper] < 0 || near[k].GapMm < near[nearest[upper]].GapMm)
                nearest[upper] = k;
        }

        return nearest.Where(k => k >= 0 && near[k].DepthMm == 0 && near[k].GapMm < SettleMm);
    }

    private static int[] Slots(SetupState state, out int movable)
    {
        var slots = new int[state.Teeth.Count];
        movable = 0;
        for (int i = 0; i < slots.Length; i++)
            slots[i] = state.Teeth[i].IsMovable ? movable++ : -1;
        return slots;
    }

    private static void AddAim(SymmetricSystem system, SetupState state, int i, int slot)
    {
        Vec3 shift = state.Aims[i].Apply(state.Teeth[i].Center) - state.Center(i);
        Vec3 turn = (state.Aims[i].Rotation * state.Poses[i].Rotation.Inverse).Canonical().ToVector();
        Vec3 along = state.Teeth[i].HorizontalMesial(state.Teeth[i].Tooth.Frame.Moved(state.Aims[i]));
        Vec3 across = Vec3.Cross(along, Vec3.UnitZ);
        Direction(system, slot, along, Vec3.Zero, Vec3.Dot(shift, along), AlongWeight);
        Direction(system, slot, across, Vec3.Zero, Vec3.Dot(shift, across), 1);
        Direction(system, slot, Vec3.UnitZ, Vec3.Zero, shift.Z, 1);
        Direction(system, slot, Vec3.Zero, Vec3.UnitX, turn.X, RadianWeight);
        Direction(system, slot, Vec3.Zero, Vec3.UnitY, turn.Y, RadianWeight);
        bool isFront = state.Teeth[i].Tooth.Id.IsAnterior;
        Direction(system, slot, Vec3.Zero, Vec3.UnitZ, turn.Z, isFront ? FrontTurnWeight : RadianWeight);
    }

    private static void AddPair(SymmetricSystem system, SetupState state, int[] slots, ToothPair pair, Nearness near)
    {
        double distance = near.GapMm - near.DepthMm;
        // between touching and the overlap it may have, a pair is left alone
        double least = -ResidualOverlaps.Allowed(pair);
        double most = pair.IsContact && near.GapMm < near.CutOffMm ? -pair.ReductionMm : double.PositiveInfinity;
        double wanted = Math.Clamp(distance, least, most);
        if (wanted == distance)
            return;
        Relative(system, state, slots, pair.A, pair.B, near.Point, near.Direction, wanted - distance, ContactWeight);
    }

    // Little's irregularity as a residual: how far apart the contact points face each other across the arch
    private static void AddAlignment(SymmetricSystem system, SetupState state, int[] slots, ToothPair pair)
    {
        SetupTooth right = state.Teeth[pair.A];
        SetupTooth left = state.Teeth[pair.B];
        if (!right.Tooth.Id.IsAnterior || !left.Tooth.Id.IsAnterior)
            return;
        Vec3 a = state.Poses[pair.A].Apply(right.LeftContact);
        Vec3 b = state.Poses[pair.B].Apply(left.RightContact);
        Vec3 along = (right.HorizontalMesial(right.Tooth.Frame.Moved(state.Poses[pair.A])) * right.MesialSign)
            + (left.HorizontalMesial(left.Tooth.Frame.Moved(state.Poses[pair.B])) * left.MesialSign);
        Vec3 across = Vec3.Cross(along, Vec3.UnitZ).Normalized();
        Relative(system, state, slots, pair.A, pair.B, (a + b) / 2, across, -Vec3.Dot(b - a, across), AlignmentWeight);
    }

    private static void AddWidth(SymmetricSystem system, SetupState state, int[] slots, WidthLimit width)
    {
        Vec3 a = state.Poses[width.A].Apply(state.Teeth[width.A].Tooth.Landmarks.OcclusalPoint);
        Vec3 b = state.Poses[width.B].Apply(state.Teeth[width.B].Tooth.Landmarks.OcclusalPoint);
        double excess = Vec3.Distance(a, b) - width.MostMm;
        if (excess > 0)
            Relative(system, state, slots, width.A, width.B, (a + b) / 2, (b - a).Normalized(), -excess, ContactWeight);
    }

    // asks that b move away from a along the direction, at the point, by the amount
    private static void Relative(
        SymmetricSystem system, SetupState state, int[] slots, int a, int b, Vec3 point, Vec3 direction, double amount, double weight)
    {
        Span<int> columns = stackalloc int[12];
        Span<double> values = stackalloc double[12];
        int n = 0;
        foreach ((int tooth, double sign) in new[] { (a, -1.0), (b, 1.0) })
        {
            if (slots[tooth] < 0)
                continue;
            Vec3 turn = Vec3.Cross(point - state.Center(tooth), direction) * sign;
            Vec3 shift = direction * sign;
            foreach (double v in new[] { shift.X, shift.Y, shift.Z, turn.X, turn.Y, turn.Z })
            {
                columns[n] = (6 * slots[tooth]) + (n % 6);
                values[n++] = v;
            }
        }

        if (n > 0)
            system.Add(columns[..n], values[..n], amount, weight);
    }

    private static void Direction(SymmetricSystem system, int slot, Vec3 shift, Vec3 turn, double value, double weight)
    {
        int at = 6 * slot;
        system.Add(
            [at, at + 1, at + 2, at + 3, at + 4, at + 5],
            [shift.X, shift.Y, shift.Z, turn.X, turn.Y, turn.Z],
            value,
            weight);
    }

    private static void Apply(SetupState state, int[] slots, double[] x)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            if (slots[i] < 0)
                continue;
            int at = 6 * slots[i];
            Vec3 shift = new(x[at], x[at + 1], x[at + 2]);
            Vec3 turn = new(x[at + 3], x[at + 4], x[at + 5]);
            // a linearised contact is trusted for a millimetre and a few degrees
            double scale = Math.Min(1, Math.Min(1 / Math.Max(shift.Length, 1e-9), 0.1 / Math.Max(turn.Length, 1e-9)));
            state.Move(i, shift * scale, turn * scale);
        }
    }
}
