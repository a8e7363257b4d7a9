using System.Collections.Immutable;
using System.Text.Json;
using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>A preset as it stands in JSON, <c>archwright.preferences/1</c>: its options not yet held against their declarations.</summary>
internal sealed record PresetDocument
{
    public const string SchemaId = "archwright.preferences/1";

    public required string Schema { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public string? Extends { get; init; }

    public string Summary { get; init; } = "";

    public required PresetKind Kind { get; init; }

    public PatientGroup? PatientGroup { get; init; }

    public string? AlignerSystem { get; init; }

    public string Source { get; init; } = "";

    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, JsonElement>> Options { get; init; }
}
