using Archwright.Dental;

namespace Archwright.Rules.Tests;

/// <summary>Periodontal limits: a charted lower incisor on either side of each, and moved.</summary>
internal static class PeriodontalCases
{
    public static IEnumerable<ConformanceCase> All { get; } =
    [
        new("periodontium.probingMm", Charted(t => t with { ProbingMm = [4.5] }), Charted(t => t with { ProbingMm = [4] }), "31"),
        new("periodontium.attachmentLossMm", Charted(t => t with { AttachmentLossMm = 3 }), Charted(t => t with { AttachmentLossMm = 2.5 }), "REC010"),
        new("periodontium.mobilityGrade", Charted(t => t with { Mobility = 2 }), Charted(t => t with { Mobility = 1 }), "31"),
        new("periodontium.recessionMm", Receded(1).Moves(31, 1, 2, torque: 2), Receded(0.9).Moves(31, 1, 2, torque: 2), "CLN008"),
        new("periodontium.recededInclinationDeg", Receded(2).Move(31, 1, torque: 2.7), Receded(2).Move(31, 1, torque: 2.3), "2.7°"),
        new("periodontium.recededCrownMm", Receded(2).Move(31, 1, facial: 0.6), Receded(2).Move(31, 1, facial: 0.4), "0.6 mm"),
        new("periodontium.thinInclinationDeg", Thin().Move(31, 1, torque: 2.7), Thin().Move(31, 1, torque: 2.3), "2.7°"),
        new("periodontium.thinRootMm", Thin().Move(31, 1, facial: 0.6), Thin().Move(31, 1, facial: 0.4), "0.6 mm"),
    ];

    private static PlanBuilder Charted(Func<ToothPeriodontium, ToothPeriodontium> change) =>
        new PlanBuilder().Tooth(31).Records(r => HealthyRecords.Charted(r, 31, change)).Move(31, 1, facial: 0.1);

    private static PlanBuilder Receded(double mm) => new PlanBuilder().Tooth(31).Records(r => HealthyRecords.Charted(r, 31, t => t with { RecessionMm = mm }));

    private static PlanBuilder Thin() => new PlanBuilder().Tooth(31).Patient(HealthyRecords.Patient with
    {
        Conditions = [new ToothConditionEntry { Fdi = 31, Condition = ToothCondition.ThinBiotype }],
    });
}
