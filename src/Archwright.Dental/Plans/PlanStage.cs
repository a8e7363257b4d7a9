using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>One stage: the poses its tray aims at. The movement from stage k − 1 to k belongs to stage k.</summary>
public sealed record PlanStage
{
    /// <summary>0 = as scanned.</summary>
    public required int Index { get; init; }

    /// <summary>Days its tray is worn; 0 for stage 0.</summary>
    public required int WearDays { get; init; }

    /// <summary>Phases at work in this stage, for the chart: level, align, space, detail.</summary>
    public required ImmutableArray<string> Phases { get; init; }

    /// <summary>What its trays move, hold on to and come after (STG-10); null for stage 0 and in a plan that does not say.</summary>
    public StageDesign? Design { get; init; }

    /// <summary>Pose per FDI number; every tooth is listed.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }
}

/// <summary>A pose: p_k = R(q)·p_0 + t, scan frame.</summary>
public sealed record Pose
{
    /// <summary>Unit quaternion w, x, y, z with w ≥ 0.</summary>
    public required ImmutableArray<double> Q { get; init; }

    /// <summary>Translation x, y, z, mm.</summary>
    public required ImmutableArray<double> T { get; init; }
}

/// <summary>Poses per FDI number.</summary>
public sealed record PlanPoses
{
    /// <summary>Pose per FDI number; every tooth is listed.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }
}

/// <summary>Expected positions at one stage.</summary>
public sealed record PlanExpectation
{
    /// <summary>Stage.</summary>
    public required int Stage { get; init; }

    /// <summary>Expected pose per FDI number.</summary>
    public required ImmutableSortedDictionary<int, Pose> Poses { get; init; }

    /// <summary>Half-width of the 80 % interval of the crown point's position, mm, per FDI number.</summary>
    public required ImmutableSortedDictionary<int, double> IntervalMm { get; init; }
}
