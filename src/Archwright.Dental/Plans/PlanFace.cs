namespace Archwright.Dental;

/// <summary>The facial part of a plan's result (CLN-10). The dental part is measures, objectives and outcome.</summary>
public sealed record PlanFace
{
    /// <summary>False where the face was not read, or where there is no upper incisor to judge by.</summary>
    public required bool IsJudged { get; init; }

    /// <summary>The upper central incisors' edges, forward at the last stage, mm; null where there are none.</summary>
    public double? UpperIncisorForwardMm { get; init; }

    /// <summary>The same downward, mm.</summary>
    public double? UpperIncisorDownMm { get; init; }

    /// <summary>The judgement in words.</summary>
    public required string Statement { get; init; }
}
