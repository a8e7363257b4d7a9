using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// A named protocol that says only what differs from the one it extends (<c>archwright.preferences/1</c>). Single inheritance:
/// base → protocol → practice → doctor → patient group → case.
/// </summary>
public sealed record PreferencePreset
{
    /// <summary>Id, for example <c>slow-and-safe</c>: letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the preset.</summary>
    public required string Version { get; init; }

    /// <summary>Name for a person.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for, in a sentence or two.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Id of the preset it extends; null for the base.</summary>
    public string? Extends { get; init; }

    /// <summary>Whose preset it is.</summary>
    public required PresetKind Kind { get; init; }

    /// <summary>The patient group it is for, where its kind is that.</summary>
    public PatientGroup? PatientGroup { get; init; }

    /// <summary>Aligner system it is meant for; null where it does not matter (PRF-04).</summary>
    public string? AlignerSystem { get; init; }

    /// <summary>Where its values come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Values by <c>category.option</c>, each of the option's type.</summary>
    public required ImmutableSortedDictionary<string, object> Options { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the document's canonical bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file it was read from, for messages.</summary>
    public required string Origin { get; init; }
}

/// <summary>Whose preset it is; a preset extends one of its own kind or of a kind before it.</summary>
public enum PresetKind
{
    /// <summary>The defaults of the records.</summary>
    Base,

    /// <summary>A way to treat, shipped or shared.</summary>
    Protocol,

    /// <summary>A vendor's published defaults, to compare with and not to plan with.</summary>
    Comparison,

    /// <summary>A practice's own.</summary>
    Practice,

    /// <summary>A doctor's own.</summary>
    Doctor,

    /// <summary>Children, teens or adults.</summary>
    PatientGroup,

    /// <summary>One case.</summary>
    Case,
}
