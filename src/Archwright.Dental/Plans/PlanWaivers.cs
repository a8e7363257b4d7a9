using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// waivers.json, schema <c>archwright.waivers/1</c>: the findings of a plan that its treating doctor has decided to live with
/// (CHK-07). Stands beside plan.json, never in it: a signature does not change what it is under.
/// </summary>
public sealed record PlanWaivers
{
    /// <summary>The schema's id.</summary>
    public const string SchemaId = "archwright.waivers/1";

    /// <summary>Schema id.</summary>
    public required string Schema { get; init; }

    /// <summary>Waivers in the order they were signed.</summary>
    public ImmutableArray<FindingWaiver> Waivers { get; init; } = [];
}

/// <summary>One signed waiver: who, why, which finding, of which version of the plan.</summary>
public sealed record FindingWaiver
{
    /// <summary>The version: SHA-256 of the plan.json it was signed for. In any other version it counts for nothing.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Rule id of the finding.</summary>
    public required string Rule { get; init; }

    /// <summary>FDI number, as in the finding.</summary>
    public int? Tooth { get; init; }

    /// <summary>FDI number of the other tooth, as in the finding.</summary>
    public int? Other { get; init; }

    /// <summary>Stage, as in the finding.</summary>
    public int? Stage { get; init; }

    /// <summary>The finding's sentence as the doctor read it; a finding that says something else is another one.</summary>
    public required string Message { get; init; }

    /// <summary>Name or staff number of the person; never the patient's.</summary>
    public required string By { get; init; }

    /// <summary>What the person is; only the treating doctor's waiver counts.</summary>
    public required SignatoryRole Role { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why the plan stands with the finding.</summary>
    public required string Reason { get; init; }

    /// <summary>True where this waiver was signed under that very finding.</summary>
    public bool IsOf(Finding finding) =>
        (Rule, Tooth, Other, Stage, Message) == (finding.Rule, finding.Tooth, finding.Other, finding.Stage, finding.Message);
}
