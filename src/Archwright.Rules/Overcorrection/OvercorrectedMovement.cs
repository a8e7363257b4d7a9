using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Planning.Overcorrection;

namespace Archwright.Rules;

/// <summary>A planned movement with its clinical and programmed size, read from poses.</summary>
/// <param name="Tooth">The tooth.</param>
/// <param name="Component">Which part of its movement.</param>
/// <param name="Clinical">To the clinical target.</param>
/// <param name="Programmed">To the last stage.</param>
/// <param name="Need">Whether it needs overcorrection.</param>
internal sealed record OvercorrectedMovement(ToothId Tooth, OutcomeComponent Component, double Clinical, double Programmed, OvercorrectionNeed Need)
{
    public string Unit => Component is OutcomeComponent.Mesiodistal or OutcomeComponent.Faciolingual or OutcomeComponent.Vertical ? "mm" : "deg";

    public double Share => OvercorrectionShare.Of(Clinical, Programmed);

    public bool IsOvercorrected => OvercorrectionShare.IsBeyond(Clinical, Programmed, Tolerance);

    private double Tolerance => Unit == "mm" ? ExpectedOutcome.ToleranceMm : ExpectedOutcome.ToleranceDeg;

    /// <summary>All movements of a plan that are big enough to be overcorrected: from half of what a refinement is made for.</summary>
    public static ImmutableArray<OvercorrectedMovement> Of(PlanEvidence evidence)
    {
        var found = ImmutableArray.CreateBuilder<OvercorrectedMovement>();
        OvercorrectionPreferences shares = evidence.Plan.Preferences.Overcorrection;
        foreach (ToothTrack track in evidence.Tracks.Where(t => t.StageCount > 1))
        {
            if (!evidence.Plan.ClinicalTarget.TryGetValue(track.Tooth.Id, out RigidTransform target))
                continue;
            var whole = Movement.Between(track.Tooth, RigidTransform.Identity, target);
            Movement staged = track.FromStart[^1];
            foreach ((OutcomeComponent component, Func<Movement, double> read) in Parts)
            {
                var movement = new OvercorrectedMovement(
                    track.Tooth.Id, component, read(whole), read(staged), OvercorrectionNeed.Of(track.Tooth.Id, whole, component, shares));
                if (Math.Abs(movement.Clinical) >= movement.Tolerance / 2)
                    found.Add(movement);
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<(OutcomeComponent Component, Func<Movement, double> Read)> Parts { get; } =
    [
        (OutcomeComponent.Mesiodistal, m => m.Crown.X),
        (OutcomeComponent.Tip, m => m.TipDeg),
        (OutcomeComponent.Faciolingual, m => m.Crown.Y),
        (OutcomeComponent.Torque, m => m.TorqueDeg),
        (OutcomeComponent.Vertical, m => m.ExtrusionMm),
        (OutcomeComponent.Rotation, m => m.RotationDeg),
    ];
}
