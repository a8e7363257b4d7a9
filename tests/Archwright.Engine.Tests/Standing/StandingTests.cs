using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Rules;

namespace Archwright.Engine.Tests.Standing;

/// <summary>Which signatures count, and what a plan lacks before approval (CHK-06, CHK-07, STG-09).</summary>
public class StandingTests
{
    private const string Version = "aa";
    private static readonly Finding TooFast = new() { Rule = "MOV010", Severity = FindingSeverity.Blocker, Tooth = 13, Stage = 2, Message = "Tooth 13: too fast.", Source = "x" };
    private static readonly Finding Held = TooFast with { Rule = "STG003", Message = "Tooth 13 is an implant and moves." };
    private static readonly Finding Short = TooFast with { Rule = "OUT001", Severity = FindingSeverity.Warning, Message = "Tooth 13 falls short." };

    [Fact]
    public void The_treating_doctors_waiver_closes_that_finding_and_no_other()
    {
        PlanStanding standing = Of([TooFast, TooFast with { Stage = 5 }], [Signed(TooFast)]);

        (standing.OpenBlockers, standing.Waivers.Length, standing.NotCounted.Length).ShouldBe((1, 1, 0));
        Of([TooFast], [Signed(TooFast)]).OpenBlockers.ShouldBe(0);
        Of([TooFast], []).OpenBlockers.ShouldBe(1);
    }

    public static TheoryData<string, string> Void => new()
    {
        { "version", "another version" },
        { "role", "only the treating doctor" },
        { "reason", "a reason" },
        { "by", "a name" },
        { "message", "no such finding" },
        { "tooth", "no such finding" },
    };

    [Theory]
    [MemberData(nameof(Void))]
    public void A_waiver_with_one_thing_wrong_counts_for_nothing_and_says_why(string wrong, string says)
    {
        FindingWaiver waiver = Signed(TooFast);
        waiver = wrong switch
        {
            "version" => waiver with { PlanSha256 = "bb" },
            "role" => waiver with { Role = SignatoryRole.ClinicalReviewer },
            "reason" => waiver with { Reason = " " },
            "by" => waiver with { By = "" },
            "message" => waiver with { Message = "Tooth 13: a little fast." },
            _ => waiver with { Tooth = 23 },
        };

        PlanStanding standing = Of([TooFast], [waiver]);

        standing.OpenBlockers.ShouldBe(1);
        standing.NotCounted.ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public void What_cannot_be_carried_out_and_what_is_about_the_files_is_waived_by_nobody()
    {
        Finding file = TooFast with { Rule = "PLN000", Message = "teeth/11.ply is another file" };

        PlanStanding standing = Of([Held, file], [Signed(Held), Signed(file)]);

        standing.OpenBlockers.ShouldBe(2);
        standing.NotCounted.Length.ShouldBe(2);
        RuleCatalogue.All.Where(r => !r.Info.MayBeWaived).Select(r => r.Info.Id).ShouldBe(["ATT009", "IPR007", "REC014", "STG003", "STG004"]);
    }

    [Fact]
    public void In_a_folder_whose_files_are_others_no_signature_counts()
    {
        PlanStanding standing = Archwright.Engine.Standing.Of([TooFast], version: null, Waivers([Signed(TooFast)]), Reviewed());

        (standing.OpenBlockers, standing.State, standing.NotCounted.Length).ShouldBe((1, PlanState.Initial, 1));
    }

    [Fact]
    public void A_plan_is_reviewed_when_every_question_is_decided_and_approvable_when_nothing_is_open()
    {
        Of([], []).State.ShouldBe(PlanState.Initial);
        PlanStanding reviewed = Of([Short], [], Reviewed());
        (reviewed.State, reviewed.Approvable, reviewed.Missing.Length).ShouldBe((PlanState.Reviewed, true, 0));
        Of([TooFast], [], Reviewed()).Approvable.ShouldBeFalse();
        Of([TooFast], [Signed(TooFast)], Reviewed()).Approvable.ShouldBeTrue();
    }

    public static TheoryData<string, string> Incomplete => new()
    {
        { "unanswered", "staging: not answered" },
        { "left out", "staging: not answered" },
        { "twice", "staging: answered more than once" },
        { "silent", "outcome: 1 finding of weight" },
        { "technician", "not by a technician" },
        { "nobody", "names no reviewer" },
        { "stray", "no such question" },
        { "version", "another version" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_incomplete_review_leaves_the_plan_initial_and_says_what_is_missing(string how, string says)
    {
        PlanReview whole = Reviewed();
        ReviewAnswer staging = whole.Answers.Single(a => a.Question == "staging");
        ReviewAnswer outcome = whole.Answers.Single(a => a.Question == "outcome");
        PlanReview review = how switch
        {
            "unanswered" => whole with { Answers = whole.Answers.Replace(staging, staging with { Decision = null }) },
            "left out" => whole with { Answers = whole.Answers.Remove(staging) },
            "twice" => whole with { Answers = whole.Answers.Add(staging) },
            "silent" => whole with { Answers = whole.Answers.Replace(outcome, outcome with { Remark = "" }) },
            "technician" => whole with { Role = SignatoryRole.Technician },
            "nobody" => whole with { By = "" },
            "stray" => whole with { Answers = whole.Answers.Add(staging with { Question = "colour" }) },
            _ => whole with { PlanSha256 = "bb" },
        };

        PlanStanding standing = Of([Short], [], review);

        (standing.State, standing.Approvable).ShouldBe((PlanState.Initial, false));
        standing.Missing.ShouldContain(m => m.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_that_is_wanted_says_what_and_keeps_the_plan_from_approval()
    {
        PlanReview whole = Reviewed();
        ReviewAnswer staging = whole.Answers.Single(a => a.Question == "staging");
        PlanReview Wanting(string remark) => whole with { Answers = whole.Answers.Replace(staging, staging with { Decision = ReviewDecision.Change, Remark = remark }) };

        PlanStanding standing = Of([], [], Wanting("canines first"));

        (standing.State, standing.Approvable).ShouldBe((PlanState.ChangesWanted, false));
        standing.Missing.ShouldHaveSingleItem().ShouldContain("canines first");
        Of([], [], Wanting("")).State.ShouldBe(PlanState.Initial);
    }

    [Fact]
    public void The_list_of_questions_is_the_list_of_rule_families()
    {
        // CHK-06: whatever a rule can find falls under a question
        ReviewQuestion.All.Select(q => q.Id).ShouldBe(RuleCatalogue.All.Select(r => r.Info.Family).Distinct(), ignoreOrder: true);
    }

    private static PlanStanding Of(ImmutableArray<Finding> findings, ImmutableArray<FindingWaiver> waivers, PlanReview? review = null) =>
        Archwright.Engine.Standing.Of(findings, Version, Waivers(waivers), review);

    private static PlanWaivers Waivers(ImmutableArray<FindingWaiver> waivers) => new() { Schema = PlanWaivers.SchemaId, Waivers = waivers };

    private static FindingWaiver Signed(Finding finding) => new()
    {
        PlanSha256 = Version,
        Rule = finding.Rule,
        Tooth = finding.Tooth,
        Stage = finding.Stage,
        Message = finding.Message,
        By = "Dr. Example",
        Role = SignatoryRole.TreatingDoctor,
        On = new DateOnly(2026, 11, 30),
        Reason = "short root, seen weekly",
    };

    private static PlanReview Reviewed() => new()
    {
        Schema = PlanReview.SchemaId,
        PlanSha256 = Version,
        By = "R. Example",
        Role = SignatoryRole.ClinicalReviewer,
        On = new DateOnly(2026, 11, 30),
        Answers = [.. ReviewQuestion.All.Select(q => new ReviewAnswer { Question = q.Id, Decision = ReviewDecision.Accept, Remark = "seen" })],
    };
}
