using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The hard limits of a set-up besides overlap: no posterior extrusion unless a tooth is clearly infra-occluded, widths
/// within the expansion limits, upper molars within the limit of distalisation, movements within what aligners can do.
/// </summary>
internal sealed class SetupConstraints
{
    /// <summary>Extrusion of a posterior tooth that counts as none, mm.</summary>
    public const double PosteriorExtrusionMm = 0.05;

    /// <summary>
    /// A posterior tooth this far below its level is infra-occluded and may be extruded, mm, where levels differ by no more
    /// than they naturally do. The more they differ, the surer is a smaller step.
    /// </summary>
    public const double InfraOcclusionMm = 1;

    // spread of levels about a smooth curve in arches that fit, mm; engineering default, no clinical source
    private const double NaturalLevelMm = 0.5;

    /// <summary>Greatest displacement of a crown's centre or centre of resistance, mm.</summary>
    public const double MostMm = 6;

    /// <summary>Movements of a crown's centre below this, mm, and turns below <see cref="UnnoticedDeg"/> are not worth a tray.</summary>
    public const double UnnoticedMm = 0.15;

    /// <summary>See <see cref="UnnoticedMm"/>, degrees.</summary>
    public const double UnnoticedDeg = 1;

    /// <summary>Greatest turn, degrees.</summary>
    public const double MostDeg = 45;

    private readonly double[] _extrusionMm;
    private readonly ClassTwoPreferences _classTwo;

    /// <summary>Limits of widths, and aims brought within what aligners can do.</summary>
    public SetupConstraints(SetupState state, TreatmentPreferences preferences)
    {
        Widths = [.. WidthLimits(state, preferences.Expansion)];
        _classTwo = preferences.ClassTwo;
        _extrusionMm = new double[state.Teeth.Count];
        Array.Fill(_extrusionMm, double.PositiveInfinity);
        for (int i = 0; i < _extrusionMm.Length; i++)
        {
            state.Aims[i] = DistalLimit.Keep(state.Teeth[i].Tooth, Bounded(state.Teeth[i], state.Aims[i], out bool cut), _classTwo);
            state.Poses[i] = state.Aims[i];
            if (cut)
                Bounds.Add(i);
        }
    }

    /// <summary>
    /// Decides from a first solution which posterior teeth are clearly infra-occluded and may be extruded, takes the
    /// extrusion of all others away, and makes the outcome the aims of the next solution.
    /// </summary>
    public void LimitExtrusion(SetupState state)
    {
        double infra = InfraOcclusion(state);
        for (int i = 0; i < _extrusionMm.Length; i++)
        {
            Tooth tooth = state.Teeth[i].Tooth;
            if (!state.Teeth[i].IsMovable)
                continue;
            double wanted = Extrusion(tooth, state.Poses[i]);
            if (!tooth.Id.IsAnterior)
            {
                // third molars often erupt no further, and nothing depends on their level
                bool isInfraOccluded = wanted > infra && tooth.Id.Position != 8;
                _extrusionMm[i] = isInfraOccluded ? wanted : PosteriorExtrusionMm / 2;
                if (isInfraOccluded)
                    InfraOccluded.Add(i);
            }

            state.Poses[i] = state.Aims[i] = DistalLimit.Keep(tooth, WithoutExtrusion(tooth, state.Poses[i], _extrusionMm[i]), _classTwo);
        }
    }

    /// <summary>Leaves teeth where they are that would move by less than a tray can express.</summary>
    public static void DropUnnoticed(SetupState state)
    {
        for (int i = 0; i < state.Teeth.Count; i++)
        {
            double turn = double.RadiansToDegrees(state.Poses[i].Rotation.ToVector().Length);
            if (turn >= UnnoticedDeg || Vec3.Distance(state.Center(i), state.Teeth[i].Center) >= UnnoticedMm)
                continue;
            state.Poses[i] = RigidTransform.Identity;
        }
    }

    /// <summary>Limits of widths.</summary>
    public IReadOnlyList<WidthLimit> Widths { get; }

    /// <summary>Teeth whose movement was cut to what aligners can do.</summary>
    public List<int> Bounds { get; } = [];

    /// <summary>Posterior teeth that are extruded because they are clearly infra-occluded.</summary>
    public List<int> InfraOccluded { get; } = [];

    /// <summary>Brings tooth <paramref name="i"/> back within the limits.</summary>
    public void Constrain(SetupState state, int i)
    {
        if (!state.Teeth[i].IsMovable)
            return;
        foreach (WidthLimit width in Widths)
        {
            if (width.A == i || width.B == i)
                Narrow(state, width);
        }

        Tooth tooth = state.Teeth[i].Tooth;
        RigidTransform bounded = WithoutExtrusion(tooth, Bounded(state.Teeth[i], state.Poses[i], out _), _extrusionMm[i]);
        state.Poses[i] = DistalLimit.Keep(tooth, bounded, _classTwo);
    }

    private static double InfraOcclusion(SetupState state)
    {
        double[] steps =
        [
            .. Enumerable.Range(0, state.Teeth.Count)
                .Where(i => state.Teeth[i].IsMovable && !state.Teeth[i].Tooth.Id.IsAnterior && state.Teeth[i].Tooth.Id.Position != 8)
                .Select(i => Math.Abs(Extrusion(state.Teeth[i].Tooth, state.Poses[i]))).Order(),
        ];
        // the median absolute deviation of a normal variable is 0.6745 of its standard deviation
        double spread = steps.Length == 0 ? 0 : steps[steps.Length / 2] / 0.6745;
        double share = NaturalLevelMm / Math.Max(spread, NaturalLevelMm);
        return InfraOcclusionMm * share * share;
    }

    private static double Extrusion(Tooth tooth, RigidTransform pose) =>
        Vec3.Dot(pose.Apply(tooth.CenterOfResistance) - tooth.CenterOfResistance, tooth.Frame.Occlusal);

    private static RigidTransform WithoutExtrusion(Tooth tooth, RigidTransform pose, double mostMm)
    {
        double excess = Extrusion(tooth, pose) - mostMm;
        return excess <= 0 ? pose : pose with { Translation = pose.Translation - (tooth.Frame.Occlusal * excess) };
    }

    private static RigidTransform Bounded(SetupTooth tooth, RigidTransform pose, out bool cut)
    {
        Vec3 turn = pose.Rotation.ToVector();
        double angle = double.RadiansToDegrees(turn.Length);
        Vec3 crown = pose.Apply(tooth.Center) - tooth.Center;
        double turnScale = Math.Min(1, MostDeg / Math.Max(angle, 1e-9));
        double shiftScale = Math.Min(1, MostMm / Math.Max(crown.Length, 1e-9));
        cut = turnScale < 1 || shiftScale < 1;
        return cut
            ? RigidTransform.AboutPoint(Rotation.FromVector(turn * turnScale), tooth.Center, crown * shiftScale)
            : pose;
    }

    private static void Narrow(SetupState state, WidthLimit width)
    {
        Vec3 a = state.Poses[width.A].Apply(state.Teeth[width.A].Tooth.Landmarks.OcclusalPoint);
        Vec3 b = state.Poses[width.B].Apply(state.Teeth[width.B].Tooth.Landmarks.OcclusalPoint);
        double excess = Vec3.Distance(a, b) - width.MostMm;
        if (excess <= 0)
            return;
        bool freeA = state.Teeth[width.A].IsMovable;
        bool freeB = state.Teeth[width.B].IsMovable;
        Vec3 step = (b - a).Normalized() * (excess / ((freeA ? 1 : 0) + (freeB ? 1 : 0)));
        state.Move(width.A, step, Vec3.Zero);
        state.Move(width.B, -step, Vec3.Zero);
    }

    private static IEnumerable<WidthLimit> WidthLimits(SetupState state, ExpansionPreferences preferences)
    {
        for (int a = 0; a < state.Teeth.Count; a++)
        {
            Tooth right = state.Teeth[a].Tooth;
            if (!right.Id.IsRight || right.Id.Position < 3)
                continue;
            for (int b = a + 1; b < state.Teeth.Count; b++)
            {
                Tooth left = state.Teeth[b].Tooth;
                if (left.Id != right.Id.Mirrored() || (!state.Teeth[a].IsMovable && !state.Teeth[b].IsMovable))
                    continue;
                double now = Vec3.Distance(right.Landmarks.OcclusalPoint, left.Landmarks.OcclusalPoint);
                double limit = right.Id.Class switch
                {
                    ToothClass.Canine => preferences.CanineMaxMm,
                    ToothClass.Premolar => preferences.PremolarMaxMm,
                    _ => preferences.MolarMaxMm,
                };
                yield return new WidthLimit(a, b, now + limit);
            }
        }
    }
}
