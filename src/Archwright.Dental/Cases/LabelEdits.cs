using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>A file of corrections of labels, schema <c>archwright.label-edits/1</c>: what a person saw otherwise than segmentation or a label file.</summary>
public sealed record LabelEdits
{
    /// <summary>The schema's id.</summary>
    public const string SchemaId = "archwright.label-edits/1";

    /// <summary>Schema id.</summary>
    public string Schema { get; init; } = SchemaId;

    /// <summary>Who corrected.</summary>
    public required string By { get; init; }

    /// <summary>The edits; each works on what the ones before it left.</summary>
    public ImmutableArray<LabelEdit> Edits { get; init; } = [];
}

/// <summary>One correction. Which keys it has its kind says; points are in scan frame, mm.</summary>
public sealed record LabelEdit
{
    /// <summary>What is done.</summary>
    public required LabelEditKind Kind { get; init; }

    /// <summary>The tooth it concerns, by the number it has before the edit; for a seed the number it shall have, 0 = gingiva.</summary>
    public required int Fdi { get; init; }

    /// <summary>The new number (renumber).</summary>
    public int? To { get; init; }

    /// <summary>The tooth that becomes one with it (merge).</summary>
    public int? With { get; init; }

    /// <summary>A point of the tooth (add-seed): x, y, z.</summary>
    public ImmutableArray<double> Point { get; init; } = [];

    /// <summary>One seed for each part (split): exactly two.</summary>
    public ImmutableArray<LabelSeed> Seeds { get; init; } = [];

    /// <summary>Points of a closed line on the surface, in order; the last joins the first (redraw-border).</summary>
    public ImmutableArray<ImmutableArray<double>> Border { get; init; } = [];

    /// <summary>Why, where a person wants to say it.</summary>
    public string? Why { get; init; }
}

/// <summary>A point of a tooth with its number.</summary>
public sealed record LabelSeed
{
    /// <summary>FDI number.</summary>
    public required int Fdi { get; init; }

    /// <summary>x, y, z.</summary>
    public required ImmutableArray<double> Point { get; init; }
}

/// <summary>What a correction does.</summary>
public enum LabelEditKind
{
    /// <summary>The surface round a point belongs to a tooth (which may be new), or to the gingiva.</summary>
    AddSeed,

    /// <summary>A tooth is none: its surface becomes gingiva.</summary>
    Remove,

    /// <summary>One tooth is two.</summary>
    Split,

    /// <summary>Two neighbours are one tooth.</summary>
    Merge,

    /// <summary>A tooth has another number; renumberings that follow one another happen at once, so that numbers can be exchanged.</summary>
    Renumber,

    /// <summary>The surface inside a closed line is the tooth, and none outside.</summary>
    RedrawBorder,

    /// <summary>A person has looked: number and border of the tooth are right as they are.</summary>
    Confirm,
}
