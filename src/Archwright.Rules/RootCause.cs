using System.Collections.Immutable;

namespace Archwright.Rules;

/// <summary>Why plans fail: the four groups into which every finding falls (CHK-11).</summary>
public enum RootCause
{
    /// <summary>The plan asks for something that a better plan would not.</summary>
    Planning,

    /// <summary>The plan rests on records that are missing, doubtful or contradictory.</summary>
    Diagnostic,

    /// <summary>The plan asks for more than tissue follows.</summary>
    Biological,

    /// <summary>The plan works only as long as the patient wears more than patients do.</summary>
    Compliance,
}

/// <summary>What the catalogue says of a group, as data.</summary>
/// <param name="Cause">The group.</param>
/// <param name="Question">What a reviewer asks.</param>
/// <param name="Remedy">Where the remedy lies.</param>
public sealed record RootCauseGroup(RootCause Cause, string Question, string Remedy)
{
    /// <summary>The four groups.</summary>
    public static ImmutableArray<RootCauseGroup> All { get; } =
    [
        new(RootCause.Planning, "Would another plan for the same mouth avoid it?", "plan again: slower, in another order, with attachments or auxiliaries"),
        new(RootCause.Diagnostic, "Do we know enough to plan this?", "take the record, or say in writing why the plan stands without it"),
        new(RootCause.Biological, "Will tissue follow?", "ask for less at a time, or for less"),
        new(RootCause.Compliance, "Does it hold when trays are worn less than planned?", "leave a buffer, or speak with the patient"),
    ];

    /// <summary>The group of a rule family that names none of its own.</summary>
    internal static RootCause OfFamily(string family) => family switch
    {
        "records" => RootCause.Diagnostic,
        "biology" => RootCause.Biological,
        _ => RootCause.Planning,
    };
}
