using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Everything the pipeline is given about a case, in scan frame, mm.</summary>
public sealed record CaseInput
{
    /// <summary>The case description; defaults where there was no case.json.</summary>
    public required CaseDescription Description { get; init; }

    /// <summary>False where there was no case.json: what it would have said are data gaps.</summary>
    public required bool HasDescription { get; init; }

    /// <summary>The case's own preferences, from preferences.json beside case.json; null where there are none.</summary>
    public PreferencePreset? Preferences { get; init; }

    /// <summary>Upper arch, where there is one.</summary>
    public ArchScan? Upper { get; init; }

    /// <summary>Lower arch, where there is one.</summary>
    public ArchScan? Lower { get; init; }

    /// <summary>Scans whose teeth nobody has labelled; analysis finds them.</summary>
    public ImmutableArray<UnlabelledScan> Unlabelled { get; init; } = [];

    /// <summary>A person's corrections of labels, given ones as well as those that analysis finds; null where there are none.</summary>
    public LabelEdits? LabelEdits { get; init; }

    /// <summary>Labels that analysis has found or corrected; empty before it ran.</summary>
    public ImmutableArray<FoundLabels> Found { get; init; } = [];

    /// <summary>Teeth given separately; a tooth given here wins over the same tooth in a scan.</summary>
    public ImmutableArray<SeparatedTooth> Teeth { get; init; } = [];

    /// <summary>The files read, each with its content's hash, for the plan's provenance.</summary>
    public ImmutableArray<InputFile> Files { get; init; } = [];
}

/// <summary>One file that was read.</summary>
/// <param name="Path">Path inside the case folder, with forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
public sealed record InputFile(string Path, string Sha256);
