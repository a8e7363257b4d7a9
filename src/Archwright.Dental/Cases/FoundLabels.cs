using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Labels that segmentation has found, or that a person's edits have made of given ones, with how sure each is.</summary>
public sealed record FoundLabels
{
    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>How sure the jaw is, 0.5–1; 1 where it was given and the shape does not contradict.</summary>
    public required double JawConfidence { get; init; }

    /// <summary>FDI number per vertex of the scan's file, 0 = gingiva.</summary>
    public required ImmutableArray<int> FileVertexLabels { get; init; }

    /// <summary>FDI number per face of the scan's file where labels were given and corrected; empty where faces follow from the vertices.</summary>
    public ImmutableArray<int> FileFaceLabels { get; init; } = [];

    /// <summary>Teeth from the patient's right to the left.</summary>
    public required ImmutableArray<FoundTooth> Teeth { get; init; }

    /// <summary>What the production gate holds back; empty where it lets the labels pass.</summary>
    public required ImmutableArray<DataGap> Doubts { get; init; }
}

/// <summary>A tooth that was found.</summary>
/// <param name="Fdi">FDI number.</param>
/// <param name="AreaMm2">Area of its labelled surface.</param>
/// <param name="Confidence">How sure its being there and its number are, 0–1.</param>
/// <param name="BorderConfidence">How sure its border is as a whole, 0–1.</param>
/// <param name="Borders">Its borders, one for each neighbour and one for the gingiva.</param>
public sealed record FoundTooth(
    int Fdi, double AreaMm2, double Confidence, double BorderConfidence, ImmutableArray<FoundBorder> Borders)
{
    /// <summary>Why nobody knows yet what stands here; null where the crown looks sound or a person has said which tooth it is.</summary>
    public UnknownTooth? Unknown { get; init; }
}

/// <summary>The border of a tooth against one neighbour.</summary>
/// <param name="Towards">FDI number of the neighbour, 0 = gingiva.</param>
/// <param name="LengthMm">About how long it is.</param>
/// <param name="Confidence">Share of it that runs in a crease or between clear evidence, 0–1.</param>
public sealed record FoundBorder(int Towards, double LengthMm, double Confidence);
