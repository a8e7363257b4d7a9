using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Planning.Overcorrection;

namespace Archwright.Rules;

/// <summary>Overcorrection: how far the last stage goes beyond the clinical target, per kind of movement (OVC-01 … OVC-03).</summary>
internal static class OvercorrectionConformance
{
    // Movements below half of what a refinement is made for need no compensation (clinical.md 1.1).
    private const double WorthMm = ExpectedOutcome.ToleranceMm / 2;
    private const double WorthDeg = ExpectedOutcome.ToleranceDeg / 2;

    // a share is read from poses that staging has pushed about by hundredths of a millimetre
    private const double ReadTo = 0.05;

    private static readonly ImmutableArray<string> Shares =
    [
        "overcorrection.rotationIncisorShare", "overcorrection.rotationCaninePremolarShare", "overcorrection.extrusionAnteriorShare",
        "overcorrection.rootUprightingShare", "overcorrection.bodilyShare", "overcorrection.easyShare",
    ];

    public static IEnumerable<PreferenceEvidence> Of(PlanEvidence evidence)
    {
        OvercorrectionPreferences wanted = evidence.Plan.Preferences.Overcorrection;
        ImmutableArray<Excess> all = [.. evidence.Tracks.SelectMany(t => Excesses(evidence.Plan, t))];
        yield return Policy(wanted, all);
        foreach (string name in Shares)
        {
            Excess[] own = [.. all.Where(e => e.Option == name)];
            double limit = (double)PreferenceCatalogue.Find(name)!.Get(evidence.Plan.Preferences);
            if (wanted.Policy == OvercorrectionPolicy.None || own.Length == 0)
            {
                yield return Verdict.NotApplicable(name, own.Length == 0 ? "no clinical movement of this kind" : "the policy is none; see overcorrection.policy");
                continue;
            }

            if (name == "overcorrection.easyShare" && wanted.Policy != OvercorrectionPolicy.Custom)
                limit = 0;
            Excess most = own.MaxBy(e => e.Share)!;
            yield return Verdict.Judge(
                name, !most.IsBeyond || most.Share <= limit + ReadTo, $"most: {most.Words}; wanted at most {limit:P0} of {own.Length} movements");
        }
    }

    private static PreferenceEvidence Policy(OvercorrectionPreferences wanted, ImmutableArray<Excess> all)
    {
        const string name = "overcorrection.policy";
        Excess[] beyond = [.. all.Where(e => e.IsBeyond).OrderByDescending(e => e.Share)];
        if (all.IsEmpty)
            return Verdict.NotApplicable(name, "no clinical movement is large enough to be overcorrected");
        switch (wanted.Policy)
        {
            case OvercorrectionPolicy.None:
                return beyond.Length == 0
                    ? Verdict.Obeyed(name, $"programmed is the clinical target in all {all.Length} movements")
                    : Verdict.Broken(name, $"none is wanted; {beyond.Length} movements go beyond, most: {beyond[0].Words}");
            case OvercorrectionPolicy.Targeted:
                Excess? easy = beyond.FirstOrDefault(e => e.Option == "overcorrection.easyShare");
                if (easy is not null)
                    return Verdict.Broken(name, $"an easy movement is overcorrected: {easy.Words} (OVC-02)");
                return all.All(e => e.Option == "overcorrection.easyShare")
                    ? Verdict.NotApplicable(name, $"all {all.Length} movements are easy ones")
                    : Verdict.Judge(
                        name, beyond.Length > 0, beyond.Length > 0 ? $"{beyond.Length} movements go beyond, most: {beyond[0].Words}" : "no movement goes beyond its clinical target");
            default:
                return Verdict.Obeyed(name, beyond.Length == 0 ? "no movement goes beyond its clinical target" : $"{beyond.Length} movements go beyond, most: {beyond[0].Words}");
        }
    }

    private static IEnumerable<Excess> Excesses(PlanView plan, ToothTrack track)
    {
        if (!plan.ClinicalTarget.TryGetValue(track.Tooth.Id, out RigidTransform wanted))
            yield break;
        var clinical = Movement.Between(track.Tooth, RigidTransform.Identity, wanted);
        Movement programmed = track.FromStart[^1];
        ToothId id = track.Tooth.Id;
        MovementType along = MovementLimits.PlaneType(clinical.Crown.X, clinical.Apex.X, MovementType.RootUprighting);
        MovementType across = MovementLimits.PlaneType(clinical.Crown.Y, clinical.Apex.Y, MovementType.Torque);
        (string? Option, string Words, double Wanted, double Got, double Worth)[] parts =
        [
            (Rotation(id), "rotation", clinical.RotationDeg, programmed.RotationDeg, WorthDeg),
            (id.IsAnterior ? "overcorrection.extrusionAnteriorShare" : null, "extrusion", Math.Max(0, clinical.ExtrusionMm), programmed.ExtrusionMm, WorthMm),
            (along == MovementType.RootUprighting ? "overcorrection.rootUprightingShare" : null, "root uprighting", clinical.TipDeg, programmed.TipDeg, WorthDeg),
            (Plane(along), "movement along the arch", clinical.MesialMm, programmed.MesialMm, WorthMm),
            (Plane(across), "movement across the arch", clinical.FacialMm, programmed.FacialMm, WorthMm),
        ];
        foreach ((string? option, string words, double want, double got, double worth) in parts)
        {
            if (option is not null && Math.Abs(want) >= worth)
                yield return new Excess(option, OvercorrectionShare.Of(want, got), OvercorrectionShare.IsBeyond(want, got, 2 * worth), $"{words} of {id}, {Verdict.Text(want)} wanted and {Verdict.Text(got)} programmed");
        }
    }

    private static string? Rotation(ToothId tooth) => tooth.Class switch
    {
        ToothClass.Incisor => "overcorrection.rotationIncisorShare",
        ToothClass.Canine or ToothClass.Premolar => "overcorrection.rotationCaninePremolarShare",
        _ => null,
    };

    private static string? Plane(MovementType type) => type switch
    {
        MovementType.BodilyTranslation => "overcorrection.bodilyShare",
        MovementType.CrownTipping or MovementType.Translation => "overcorrection.easyShare",
        _ => null,
    };

    private sealed record Excess(string Option, double Share, bool IsBeyond, string Words);
}
