using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>A file of edits, schema <c>archwright.edits/1</c>: what a person has decided about the staging (STG-08).</summary>
public sealed record StagingEdits
{
    /// <summary>The schema's id.</summary>
    public const string SchemaId = "archwright.edits/1";

    /// <summary>Schema id.</summary>
    public string Schema { get; init; } = SchemaId;

    /// <summary>The edits; later ones win where two concern the same.</summary>
    public ImmutableArray<StagingEdit> Edits { get; init; } = [];
}

/// <summary>One decision about when a tooth moves; staging keeps it exactly and plans the rest around it.</summary>
public sealed record StagingEdit
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>The movement it concerns; absent: all of them.</summary>
    public MicroMovement? Movement { get; init; }

    /// <summary>Start, stop, hold or order.</summary>
    public required EditKind Kind { get; init; }

    /// <summary>First stage it concerns: the first that may move (start), the first that may not (stop, hold), the first of the order.</summary>
    public required int From { get; init; }

    /// <summary>Last stage it concerns; not read for a start or a stop.</summary>
    public int To { get; init; }

    /// <summary>The movements in the order wanted, for kind order.</summary>
    public ImmutableArray<MicroMovement> Order { get; init; } = [];

    /// <summary>Who decided it.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }
}

/// <summary>What an edit decides.</summary>
public enum EditKind
{
    /// <summary>The movement starts with this stage, neither before nor after as far as limits allow.</summary>
    Start,

    /// <summary>The movement ends before this stage; what is left of it is left undone.</summary>
    Stop,

    /// <summary>The movement rests in these stages.</summary>
    Hold,

    /// <summary>The movements follow each other in these stages.</summary>
    Order,
}
