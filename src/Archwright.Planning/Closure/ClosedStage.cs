using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Closure;

/// <summary>What closing found at one stage.</summary>
/// <param name="OcclusalFromScan">Takes scan coordinates to the occlusal frame.</param>
/// <param name="Incisors">Midpoint of the lower incisors in the scanned bite, scan frame.</param>
/// <param name="Bite">First touch from the scanned bite.</param>
/// <param name="Centric">First touch from centric relation; null without a record.</param>
/// <param name="OnRamps">First touch with worn ramps; null where none is worn.</param>
internal sealed record ClosedStage(RigidTransform OcclusalFromScan, Vec3 Incisors, ClosedJaw? Bite, ClosedJaw? Centric, ClosedJaw? OnRamps)
{
    // below this a difference is measuring noise
    private const double NoiseMm = 0.01;

    /// <summary>Length of the slide from the first touch in centric relation to the bite, mm.</summary>
    public double? SlideMm => Way(Centric, Bite)?.Length;

    /// <summary>A length as plan.json tells it: to a thousandth of a millimetre, finer than anything is measured.</summary>
    public static double Round(double mm) => Math.Round(mm, 3) + 0.0;

    /// <summary>The stage as plan.json tells it.</summary>
    public PlanBiteStage Told(int stage, ClosedStage start, ClosedStage before) => new()
    {
        Stage = stage,
        OpeningMm = Bite is { } bite ? Round(-Occlusal(bite.Jaw.Apply(Incisors) - Incisors).Z) : null,
        ShiftMm = Way(start.Bite, Bite) is { } shift ? Round(shift.Length) : null,
        StepMm = Way(before.Bite, Bite) is { } step ? Round(step.Length) : null,
        Contacts = Bite?.Contacts ?? [],
        Slide = Way(Centric, Bite) is { } way
            ? new PlanCentricSlide
            {
                Mm = Round(way.Length),
                ForwardMm = Round(-way.Y),
                LeftMm = Round(way.X),
                UpMm = Round(way.Z),
                Contacts = Centric!.Contacts,
            }
            : null,
        RampOpeningMm = Way(OnRamps, Bite) is { } open && open.Z > NoiseMm ? Round(open.Z) : null,
    };

    /// <summary>The way of the incisors from one closed jaw to another, occlusal directions.</summary>
    private Vec3? Way(ClosedJaw? from, ClosedJaw? to) =>
        from is null || to is null ? null : Occlusal(to.Jaw.Apply(Incisors) - from.Jaw.Apply(Incisors));

    private Vec3 Occlusal(Vec3 direction) => OcclusalFromScan.ApplyDirection(direction);
}
