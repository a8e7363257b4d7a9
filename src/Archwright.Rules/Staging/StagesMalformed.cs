using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>The stages are not a plan: stage 0 is not the scan, a tooth is missing or unknown, a pose is no rigid motion.</summary>
public sealed class StagesMalformed : IRule
{
    private const double IdentityMm = 1e-6;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new(
        "STG004",
        nameof(StagesMalformed),
        "staging",
        FindingSeverity.Blocker,
        "Stage 0 is the identity, every stage holds a rigid pose of exactly the plan's teeth, and every tray has days of wear.",
        ["STG-10"],
        "engineering",
        ["design.md 4: p_k = R(q)·p_0 + t, stage 0 the identity, every tooth listed"],
        "")
    {
        MayBeWaived = false,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Evaluate(PlanEvidence evidence)
    {
        PlanView plan = evidence.Plan;
        if (plan.Stages.IsEmpty)
            yield return Info.Finding("The plan has no stage, not even stage 0.");
        if (plan.WearDays.Length != plan.Stages.Length)
            yield return Info.Finding($"{plan.Stages.Length} stages have {plan.WearDays.Length} numbers of days of wear.");
        for (int k = 0; k < plan.Stages.Length; k++)
        {
            if (k > 0 && k < plan.WearDays.Length && plan.WearDays[k] < 1)
                yield return Info.Finding($"The tray of stage {k} is worn {plan.WearDays[k]} days.", stage: k, measured: plan.WearDays[k], limit: 1, unit: "days");
            foreach (Finding finding in Poses(plan, k))
                yield return finding;
        }
    }

    private IEnumerable<Finding> Poses(PlanView plan, int stage)
    {
        ImmutableSortedDictionary<ToothId, RigidTransform> poses = plan.Stages[stage];
        foreach (Tooth tooth in plan.Teeth)
        {
            if (!poses.TryGetValue(tooth.Id, out RigidTransform pose))
                yield return Info.Finding($"Tooth {tooth.Id} has no pose at stage {stage}.", tooth.Id, stage: stage);
            else if (!PlanEvidence.IsRigid(pose))
                yield return Info.Finding($"The pose of tooth {tooth.Id} at stage {stage} is no rigid motion.", tooth.Id, stage: stage);
            else if (stage == 0 && OffIdentity(tooth, pose) is > IdentityMm and var off)
                yield return Info.Finding($"Tooth {tooth.Id} stands {off:0.######} mm from its scan at stage 0.", tooth.Id, stage: 0, measured: off, limit: 0, unit: "mm");
        }

        foreach (ToothId unknown in poses.Keys.Where(id => plan.Teeth.All(t => t.Id != id)))
            yield return Info.Finding($"Stage {stage} has a pose of tooth {unknown}, which the plan does not have.", unknown, stage: stage);
    }

    private static double OffIdentity(Tooth tooth, RigidTransform pose) => Math.Max(
        Vec3.Distance(pose.Apply(tooth.Landmarks.OcclusalPoint), tooth.Landmarks.OcclusalPoint),
        Vec3.Distance(pose.Apply(tooth.Apex), tooth.Apex));
}
