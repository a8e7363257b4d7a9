using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>How sure found labels are, schema <c>archwright.segmentation/1</c> (docs/formats/segmentation.schema.json); stands beside the label file.</summary>
public static class SegmentationJson
{
    /// <summary>The file's bytes; the same labels give the same bytes.</summary>
    public static byte[] Write(FoundLabels found) => StrictJson.Write(new SegmentationDocument
    {
        Jaw = found.Jaw,
        JawConfidence = Math.Round(found.JawConfidence, 3),
        Teeth =
        [
            .. found.Teeth.Select(t => t with
            {
                AreaMm2 = Math.Round(t.AreaMm2, 1),
                Confidence = Math.Round(t.Confidence, 3),
                BorderConfidence = Math.Round(t.BorderConfidence, 3),
                Borders = [.. t.Borders.Select(b => b with { LengthMm = Math.Round(b.LengthMm, 1), Confidence = Math.Round(b.Confidence, 3) })],
                Unknown = t.Unknown is not { } u ? null : u with
                {
                    MeasuredMm = Math.Round(u.MeasuredMm, 1),
                    ExpectedMm = Math.Round(u.ExpectedMm, 1),
                    DeviationMm = Math.Round(u.DeviationMm, 1),
                    Confidence = Math.Round(u.Confidence, 3),
                    At = [.. u.At.Select(x => Math.Round(x, 2))],
                },
            }),
        ],
        Doubts = [.. found.Doubts.Select(d => new SegmentationDoubt { Code = d.Code, Fdi = d.Tooth?.Fdi, Message = d.Message })],
    });
}

/// <summary>Confidences of found labels.</summary>
internal sealed record SegmentationDocument
{
    /// <summary>Schema id.</summary>
    public string Schema { get; init; } = "archwright.segmentation/1";

    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>How sure the jaw is, 0.5–1; 1 where it was given.</summary>
    public required double JawConfidence { get; init; }

    /// <summary>Teeth from the patient's right to the left.</summary>
    public required ImmutableArray<FoundTooth> Teeth { get; init; }

    /// <summary>What the gate holds back; empty where it lets the labels pass.</summary>
    public required ImmutableArray<SegmentationDoubt> Doubts { get; init; }
}

/// <summary>One thing the gate holds back.</summary>
internal sealed record SegmentationDoubt
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>The tooth; absent where the whole arch is meant.</summary>
    public int? Fdi { get; init; }

    /// <summary>What is doubtful, how much, and what to do.</summary>
    public required string Message { get; init; }
}
