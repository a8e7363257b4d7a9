using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// The hard limits of a set-up besides overlap: no posterior extrusion unless a tooth is clearly infra-occluded, widths
/// within the expansion limits, movements within what aligners can do.
/// </summary>
internal sealed class SetupConstraints
{
    /// <summary>Extrusion of a posterior tooth that counts as none, mm.</summary>
    public const double PosteriorExtrusionMm = 0.05;

    /// <summary>A posterior tooth this far below its level is infra-occluded and may be extruded, mm.</summary>
    public const double InfraOcclusionMm = 1;

    /// <summary>Greatest displacement of a crown's centre or centre of resistance, mm.</summary>
    public const double MostMm = 6;

    /// <summary>Greatest turn, degrees.</summary>
    public const double MostDeg = 45;

    private readonly double[] _extrusionMm;

    /// <summary>Limits of widths, and aims brought within what aligners can do.</summary>
    public SetupConstraints(SetupState state, ExpansionPreferences preferences)
    {
        Widths = [.. WidthLimits(state, preferences)];
        _extrusionMm = new double[state.Teeth.Count];
        Array.Fill(_extrusionMm, double.PositiveInfinity);
        for (int i = 0; i < _extrusionMm.Length; i++)
        {
            state.Aims[i] = Bounded(state.Teeth[i], state.Aims[i], out bool cut);
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
        for (int i = 0; i < _extrusionMm.Length; i++)
        {
            Tooth tooth = state.Teeth[i].Tooth;
            if (!state.Teeth[i].IsMovable)
                continue;
            double wanted = Extrusion(tooth, state.Poses[i]);
            if (!tooth.Id.IsAnterior)
            {
                // third molars often erupt no further, and nothing depends on their level
                bool isInfraOccluded = wanted > InfraOcclusionMm && tooth.Id.Position != 8;
                _extrusionMm[i] = isInfraOccluded ? wanted : PosteriorExtrusionMm / 2;
                if (isInfraOccluded)
                    InfraOccluded.Add(i);
            }

            state.Poses[i] = state.Aims[i] = WithoutExtrusion(tooth, state.Poses[i], _extrusionMm[i]);
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

        state.Poses[i] = WithoutExtrusion(state.Teeth[i].Tooth, Bounded(state.Teeth[i], state.Poses[i], out _), _extrusionMm[i]);
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
        double now = Vec3.Distance(a, b);
        double excess = now - Math.Clamp(now, width.LeastMm, width.MostMm);
        if (excess == 0)
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
                yield return new WidthLimit(a, b, now - limit, now + limit);
            }
        }
    }
}
