using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>Expansion limits: the pair of each segment that comes apart most, at any stage (EXP-01); narrowing is no expansion.</summary>
internal static class ExpansionConformance
{
    public static IEnumerable<PreferenceEvidence> Of(PlanView plan)
    {
        ExpansionPreferences wanted = plan.Preferences.Expansion;
        yield return Widening(plan, "expansion.canineMaxMm", ToothClass.Canine, wanted.CanineMaxMm);
        yield return Widening(plan, "expansion.premolarMaxMm", ToothClass.Premolar, wanted.PremolarMaxMm);
        yield return Widening(plan, "expansion.molarMaxMm", ToothClass.Molar, wanted.MolarMaxMm);
    }

    private static PreferenceEvidence Widening(PlanView plan, string name, ToothClass toothClass, double limitMm)
    {
        (double Mm, ToothId Tooth, int Stage) most = default;
        var byId = plan.Teeth.ToDictionary(t => t.Id);
        foreach (Tooth right in plan.Teeth.Where(t => t.Id.IsRight && t.Id.Class == toothClass && !t.Id.IsPrimary))
        {
            if (!byId.TryGetValue(right.Id.Mirrored(), out Tooth? left))
                continue;
            double before = Vec3.Distance(right.Landmarks.OcclusalPoint, left.Landmarks.OcclusalPoint);
            for (int k = 1; k < plan.Stages.Length; k++)
            {
                // A tooth missing from a stage is rule STG004's to report.
                if (!plan.Stages[k].TryGetValue(right.Id, out RigidTransform rightPose) || !plan.Stages[k].TryGetValue(left.Id, out RigidTransform leftPose))
                    continue;
                double change = Vec3.Distance(
                    rightPose.Apply(right.Landmarks.OcclusalPoint), leftPose.Apply(left.Landmarks.OcclusalPoint)) - before;
                if (change > most.Mm + ToothIncrement.StillMm)
                    most = (change, right.Id, k);
            }
        }

        return most.Stage == 0
            ? Verdict.NotApplicable(name, "no pair of these teeth comes apart")
            : Verdict.Judge(
                name,
                !PlanEvidence.IsOver(most.Mm, limitMm),
                $"most: {most.Mm:+0.00;-0.00} of {limitMm:0.##} mm between {most.Tooth} and {most.Tooth.Mirrored()}, stage {most.Stage}");
    }
}
