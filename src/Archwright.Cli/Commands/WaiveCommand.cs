using System.Collections.Immutable;
using System.CommandLine;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Cli.Commands;

/// <summary>
/// <c>archwright waive PLAN --finding ID</c>: the treating doctor signs, with a reason, that this version of the plan stands with
/// that finding (CHK-07). The plan is judged anew first: only what it really has can be waived.
/// </summary>
internal static class WaiveCommand
{
    internal sealed record Request(string Folder, string Rule, int? Tooth, int? Stage, bool All, string By, SignatoryRole Role, DateOnly On, string Reason);

    public static Command Create()
    {
        var folder = new Argument<string>("plan") { Description = "Plan folder." };
        var finding = new Option<string>("--finding") { Description = "Rule id of the finding, for example MOV010.", Required = true };
        var tooth = new Option<int?>("--tooth") { Description = "FDI number, as in the finding." };
        var stage = new Option<int?>("--stage") { Description = "Stage, as in the finding." };
        var all = new Option<bool>("--all") { Description = "Sign every finding that fits; without it exactly one has to." };
        var reason = new Option<string>("--reason") { Description = "Why the plan stands with it.", Required = true };
        var who = new SignatureOptions();
        who.By.Required = true;
        who.Role.Required = true;
        Option<int> threads = SharedOptions.Threads();
        var command = new Command(
            "waive",
            "Sign a waiver: the treating doctor lives with a finding of this version of the plan, for a reason. Kept in waivers.json beside the plan.")
        {
            folder, finding, tooth, stage, all, who.By, who.Role, who.On, reason, threads,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new Request(
                parsed.GetRequiredValue(folder),
                parsed.GetRequiredValue(finding).ToUpperInvariant(),
                parsed.GetValue(tooth),
                parsed.GetValue(stage),
                parsed.GetValue(all),
                parsed.GetRequiredValue(who.By)!,
                parsed.GetRequiredValue(who.Role)!.Value,
                parsed.GetValue(who.On),
                parsed.GetRequiredValue(reason)),
            work => RunDisplay.Run(quiet: false, parsed.GetValue(threads), cancel, work))));
        return command;
    }

    private static int Run(Request request, Func<Func<RunContext, Result<PlanDocument>>, Result<PlanDocument>> run)
    {
        Result<PlanDecisions> decisions = PlanDecisions.Read(request.Folder);
        RunDisplay.Print(decisions.Problems);
        if (!decisions.IsOk)
            return ExitCode.InputRefused;
        Result<JudgedFolder> judged = JudgedFolder.Read(request.Folder, decisions.Value, preferences: null, run);
        RunDisplay.Print(judged.Problems);
        if (!judged.IsOk)
            return ExitCode.InputRefused;
        ImmutableArray<Finding> findings = judged.Value.Plan.Findings;
        ImmutableArray<Finding> fitting = [.. findings.Where(f => Fits(f, request))];
        if (WhyNot(fitting, request, judged.Value.Version) is { } why)
            return Refused(why);
        ImmutableArray<FindingWaiver> signed = [.. fitting.Select(f => Sign(f, request, judged.Value.Version!))];
        if (signed.Select(w => WaiverCheck.WhyNot(w, findings, w.PlanSha256)).FirstOrDefault(w => w is not null) is { } never)
            return Refused(never);

        ImmutableArray<FindingWaiver> before = decisions.Value.Waivers?.Waivers ?? [];
        var waivers = new PlanWaivers { Schema = PlanWaivers.SchemaId, Waivers = [.. before.Where(w => !signed.Any(s => IsSame(s, w))), .. signed] };
        PlanDecisions.Write(Path.Combine(request.Folder, PlanFolder.WaiversName), DecisionsJson.Write(waivers));
        PlanStanding standing = (judged.Value with { Decisions = decisions.Value with { Waivers = waivers } }).Standing;
        PlanDecisions.ShowOnPage(request.Folder, standing);
        FindingsTable.Print(fitting, standing.Waivers);
        StandingText.Print(standing);
        return standing.OpenBlockers == 0 ? ExitCode.Ok : ExitCode.OpenBlockers;
    }

    private static bool Fits(Finding finding, Request request) =>
        finding.Rule == request.Rule
        && (request.Tooth is null || finding.Tooth == request.Tooth || finding.Other == request.Tooth)
        && (request.Stage is null || finding.Stage == request.Stage);

    private static string? WhyNot(ImmutableArray<Finding> fitting, Request request, string? version)
    {
        if (version is null)
            return "the folder's files are not those plan.json names: there is no version to sign for";
        if (fitting.IsEmpty)
            return $"the plan has no such finding of {request.Rule}";
        return fitting.Length > 1 && !request.All
            ? $"{fitting.Length} findings of {request.Rule} fit: name tooth and stage, or sign them --all:\n"
                + string.Join('\n', fitting.Select(f => $"  tooth {f.Tooth}, stage {f.Stage}: {f.Message}"))
            : null;
    }

    private static FindingWaiver Sign(Finding finding, Request request, string version) => new()
    {
        PlanSha256 = version,
        Rule = finding.Rule,
        Tooth = finding.Tooth,
        Other = finding.Other,
        Stage = finding.Stage,
        Message = finding.Message,
        By = request.By,
        Role = request.Role,
        On = request.On,
        Reason = request.Reason,
    };

    // A finding signed again has one signature, the last.
    private static bool IsSame(FindingWaiver a, FindingWaiver b) =>
        (a with { By = b.By, Role = b.Role, On = b.On, Reason = b.Reason }) == b;

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"archwright: not signed: {why}");
        return ExitCode.InputRefused;
    }
}
