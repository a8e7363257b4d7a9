using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// One question of the review of a setup (CHK-06). The list is fixed: one question for each family of rules, so that whatever a
/// rule can find falls under a question that a person has answered.
/// </summary>
/// <param name="Id">The family of rules.</param>
/// <param name="Text">What the reviewer decides.</param>
public sealed record ReviewQuestion(string Id, string Text)
{
    /// <summary>The list, in the order a reviewer goes through a plan: records, aims, sequence, movements, what serves them, what is left.</summary>
    public static ImmutableArray<ReviewQuestion> All { get; } =
    [
        new("records", "Are the records good enough to plan this, and is each gap one you can answer for?"),
        new("clinical", "Are the objectives the right ones for this patient, periodontally, functionally and facially?"),
        new("plan", "Does the target meet the objectives, and are the preferences those you want for this patient?"),
        new("staging", "Is the sequence one you would choose: which teeth move when, and in which order within a tooth?"),
        new("anchorage", "Does the anchorage hold what is asked of it at every stage?"),
        new("movement", "Is each movement per tray and per month one that this patient's tissues will follow?"),
        new("collision", "Do all teeth have the room they need on their way, neighbours and antagonists?"),
        new("occlusion", "Does the jaw close where you want it, at the end and on the way, and may a slide from centric relation stay?"),
        new("roots", "Do the roots end parallel and in bone as far as the records show it, and is the risk of resorption acceptable?"),
        new("ipr", "Are amount, place and stage of each enamel reduction right?"),
        new("attachments", "Does each attachment and auxiliary serve the movement it is there for, from the stage it is needed?"),
        new("overcorrection", "Is overcorrection where it is needed and nowhere else, and is there a buffer for lost wear?"),
        new("outcome", "Is the expected outcome, with its chance of a refinement, one you would tell the patient?"),
    ];

    /// <summary>The question a finding falls under; findings about the folder's files fall under the records.</summary>
    public static ReviewQuestion Of(Finding finding)
    {
        string family = RuleCatalogue.Find(finding.Rule)?.Info.Family ?? "records";
        return All.First(q => q.Id == family);
    }
}
