using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Rules;

namespace Archwright.Engine;

/// <summary>Runs the rules and the conformance proof on a composed plan, fresh or read from a folder.</summary>
public static class PlanJudge
{
    /// <summary>
    /// The plan with its expected outcome, findings and preference evidence, made anew from poses and meshes. Fails, with the places, where the
    /// document's numbers cannot be judged at all.
    /// </summary>
    /// <param name="plan">A plan document; the findings it carries are not looked at.</param>
    /// <param name="teeth">Its tooth meshes, scan frame.</param>
    /// <param name="attachments">Its attachments' meshes by path, scan frame; one that is not there is judged by its entry alone.</param>
    /// <param name="context">Progress and threads.</param>
    public static Result<PlanDocument> Judge(
        PlanDocument plan, ImmutableArray<SeparatedTooth> teeth, ImmutableArray<AttachmentFile> attachments, RunContext context)
    {
        ImmutableDictionary<int, TriangleMesh> meshes = teeth.ToImmutableDictionary(t => t.Id.Fdi, t => t.Mesh);
        ImmutableDictionary<string, TriangleMesh> bodies = attachments.ToImmutableDictionary(a => a.Path, a => a.Mesh, StringComparer.Ordinal);
        Result<PlanView> view = PlanViews.From(
            plan,
            fdi => meshes.GetValueOrDefault(fdi, TriangleMesh.Empty),
            path => bodies.GetValueOrDefault(path, TriangleMesh.Empty));
        if (!view.IsOk)
            return Result<PlanDocument>.Fail(view.Problems);
        var evidence = PlanEvidence.Gather(view.Value, context);
        ImmutableArray<Finding> findings = RuleSet.Evaluate(evidence);
        PlanDocument judged = PlanComposer.WithFindings(
            PlanComposer.WithOutcome(plan, evidence.Outcome), findings, PreferenceConformance.Of(evidence, findings));
        return Result<PlanDocument>.Ok(judged with
        {
            Objectives = Scored(plan.Objectives, ObjectiveScores.Listed(view.Value)),
            Bite = evidence.Bite,
            Face = FacialJudgement.Of(evidence),
            Limits = LimitMap.Of(evidence),
            Risks = FailureRisks.Of(evidence, findings),
        });
    }

    // Scored on the staged poses where it can be; what the setup says of others (a relation kept, say) stands.
    private static ImmutableArray<PlanObjective> Scored(ImmutableArray<PlanObjective> planned, ImmutableArray<PlanObjective> scored)
    {
        HashSet<string> names = [.. scored.Select(s => s.Name)];
        bool shared = names.Contains("overbite-share");
        return [.. planned.Where(p => !names.Contains(p.Name) && !(shared && p.Name == "overbite")), .. scored];
    }

    /// <summary>A judged plan with findings of its folder's files beside those of the rules, gravest first.</summary>
    public static PlanDocument WithMore(PlanDocument judged, ImmutableArray<Finding> more) => PlanComposer.WithFindings(
        judged, [.. more.Concat(judged.Findings).OrderBy(f => f.Severity)], judged.Preferences);
}
