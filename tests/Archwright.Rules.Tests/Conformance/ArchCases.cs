using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Expansion, torque presets, aims of the target, bite ramps, anchorage.</summary>
internal static class ArchCases
{
    private static readonly int[] UpperFront = [13, 12, 11, 21, 22, 23];
    private static readonly int[] LowerFront = [43, 42, 41, 31, 32, 33];
    private static readonly int[] UpperSide = [15, 14, 24, 25];
    private static readonly int[] LowerSide = [45, 44, 34, 35];

    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("expansion.canineMaxMm", Apart(13, 23, 1.05), Apart(13, 23, 0.95), "13 and 23"),
        new("expansion.premolarMaxMm", Apart(14, 24, 2.05), Apart(14, 24, 1.95), "14 and 24"),
        new("expansion.molarMaxMm", Apart(16, 26, 1.55), Apart(16, 26, 1.45), "16 and 26"),
        new("torque.upperAnteriorDeg", Torqued(UpperFront, -1), Torqued(UpperFront, 1), "6 teeth"),
        new("torque.lowerAnteriorDeg", Torqued(LowerFront, -1), Torqued(LowerFront, 1), "6 teeth"),
        new("torque.upperPosteriorDeg", Torqued(UpperSide, -1), Torqued(UpperSide, 1), "4 teeth"),
        new("torque.lowerPosteriorDeg", Torqued(LowerSide, -1), Torqued(LowerSide, 1), "4 teeth"),
        new("setup.normWeight", Kept(3), Kept(0.5), "change by 3"),
        new("setup.speeMm", Spee(1.7), Spee(1.4), "at the end"),
        new("setup.overjetMm", Incisors(overjet: 1), Incisors(overjet: -0.2), "overjet"),
        new("setup.overbiteMm", Incisors(overbite: 1), Incisors(overbite: -0.2), "overbite"),
        new("biteRamps.use", DeepBite(5), DeepBite(5).Auxiliary(11, 1, 20, "bite-ramp"), "overbite 5"),
        new("biteRamps.overbiteFromMm", DeepBite(3.9).Auxiliary(11, 1, 20, "bite-ramp"), DeepBite(4.1).Auxiliary(11, 1, 20, "bite-ramp"), "overbite 3.9"),
        new("biteRamps.onStage", DeepBite(5).Auxiliary(11, 2, 20, "bite-ramp"), DeepBite(5).Auxiliary(11, 1, 20, "bite-ramp"), "stage 2"),
        new("biteRamps.offOverbiteMm", DeepBite(5).Auxiliary(11, 1, 5, "bite-ramp"), DeepBite(5).Auxiliary(11, 1, 10, "bite-ramp"), "to stage 5"),
        new("biteRamps.unintendedShiftMm", JawShiftsOnTheWayTests.Raised(1.05), JawShiftsOnTheWayTests.Raised(0.95), "stage 5"),
        new("biteRamps.centricSlideMm", CentricSlideLeftTests.Slides(1.1), CentricSlideLeftTests.Slides(0.9), "1.1 mm"),
        new("anchorage.anchorMovementMaxMm", Anchor(0.16), Anchor(0.14), "16, stage 2"),
        new("anchorage.reactionRatioMax", Reaction(2), Reaction(1), "stage 1"),
        new("anchorage.holdMolarsWhileAligning", HeldMolars(2), HeldMolars(4), "16 moves at stage 2"),
    ];

    // The test teeth stand in a straight row, so distal movement of both widens the arch.
    private static PlanBuilder Apart(int right, int left, double eachMm) =>
        new PlanBuilder().Tooth(right).Tooth(left).Move(right, 1, mesial: -eachMm).Move(left, 1, mesial: -eachMm);

    // blocks are upright, 0°: they are to stand 7° to the side of their norm, and turn towards it or away
    private static PlanBuilder Torqued(int[] teeth, int sign)
    {
        double mean = teeth.Average(fdi => ToothNorms.Of(ToothId.FromFdi(fdi)).TorqueDeg);
        double towards = mean < 0 ? -1 : 1;
        double preset = (7 * towards) - mean;
        PlanBuilder plan = teeth.Aggregate(new PlanBuilder(), (p, fdi) => p.Tooth(fdi));
        plan = teeth.Aggregate(plan, (p, fdi) => p.Moves(fdi, 1, 4, torque: sign * towards));
        return plan.Prefer(p => p with
        {
            Torque = p.Torque with { UpperAnteriorDeg = preset, LowerAnteriorDeg = preset, UpperPosteriorDeg = preset, LowerPosteriorDeg = preset },
        });
    }

    private static PlanBuilder Kept(double deg) => new PlanBuilder().Tooth(13).Moves(13, 1, 2, torque: deg / 2)
        .Prefer(p => p with { Setup = p.Setup with { NormWeight = 0 } });

    // the second premolar sinks below the line from incisor to molar, which were level
    private static PlanBuilder Spee(double mm) => new PlanBuilder().Tooth(41).Tooth(45).Molar(47, -52).Moves(45, 1, 10, extrusion: -mm / 10);

    // overbite 2 and overjet 2 at the start; the upper incisors leave them
    private static PlanBuilder Incisors(double overjet = 0, double overbite = 0) => new PlanBuilder()
        .Tooth(11).Tooth(21).Tooth(31).Tooth(41)
        .Shifted(11, y: -5.5, z: -3).Shifted(21, y: -5.5, z: -3)
        .Moves(11, 1, 10, facial: overjet / 10, extrusion: overbite / 10)
        .Moves(21, 1, 10, facial: overjet / 10, extrusion: overbite / 10);

    // opens by 0.2 mm a tray: at stage 10 what was 5 mm are 3
    private static PlanBuilder DeepBite(double overbite) => new PlanBuilder()
        .Tooth(11).Tooth(21).Tooth(31).Tooth(41)
        .Shifted(11, y: -8, z: -1 - overbite).Shifted(21, y: -8, z: -1 - overbite)
        .Stages(20)
        .Moves(11, 1, 10, extrusion: -0.2).Moves(21, 1, 10, extrusion: -0.2);

    private static PlanBuilder Anchor(double mm) => new PlanBuilder().Tooth(16).Moves(16, 1, 4, mesial: mm).Anchor(16, 1, 2);

    // one or two of two alike teeth move at their limit
    private static PlanBuilder Reaction(int moving)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(13).Tooth(23).Move(13, 1, mesial: -0.2);
        return moving == 2 ? plan.Move(23, 1, mesial: -0.2) : plan;
    }

    private static PlanBuilder HeldMolars(int molarFrom) => new PlanBuilder().Tooth(13).Tooth(16)
        .Moves(13, 1, 3, rotation: 1.5).Moves(16, molarFrom, 5, mesial: -0.1)
        .Prefer(p => p with { Anchorage = p.Anchorage with { HoldMolarsWhileAligning = true } });
}
