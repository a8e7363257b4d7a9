using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// review.json, schema <c>archwright.review-answers/1</c>: a recorded review of one version of a plan (CHK-06). A fixed list of
/// questions, each answered: a decision, not one OK.
/// </summary>
public sealed record PlanReview
{
    /// <summary>The schema's id.</summary>
    public const string SchemaId = "archwright.review-answers/1";

    /// <summary>Schema id.</summary>
    public required string Schema { get; init; }

    /// <summary>The version: SHA-256 of the plan.json that was reviewed. Of any other version it says nothing.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>Name or staff number of the reviewer.</summary>
    public required string By { get; init; }

    /// <summary>What the reviewer is; a clinical reviewer or the treating doctor.</summary>
    public required SignatoryRole Role { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The answers.</summary>
    public required ImmutableArray<ReviewAnswer> Answers { get; init; }
}

/// <summary>The answer to one question of the list.</summary>
public sealed record ReviewAnswer
{
    /// <summary>Id of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The decision; null where it has not been taken.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Why, or what shall change; needed where warnings or waivers stand under the question and where changes are wanted.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>What a reviewer decides on one question.</summary>
public enum ReviewDecision
{
    /// <summary>The plan may stand as it is.</summary>
    Accept,

    /// <summary>The plan is to be changed; the remark says how.</summary>
    Change,
}
