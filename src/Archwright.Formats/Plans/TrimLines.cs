using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Formats;

/// <summary>Trim lines of one jaw as JSON (<c>models/upper-trim.json</c>), scan frame, mm; see docs/formats/plan-folder.md.</summary>
public static class TrimLines
{
    /// <summary>The file's bytes: per stage the closed polylines along which its tray is cut.</summary>
    public static byte[] Write(Jaw jaw, IEnumerable<(int Stage, ImmutableArray<ImmutableArray<Vec3>> Lines)> stages) =>
        StrictJson.Write(new TrimLinesDocument
        {
            Jaw = jaw,
            Stages =
            [
                .. stages.Select(s => new TrimLinesStage
                {
                    Stage = s.Stage, Lines = [.. s.Lines.Select(l => l.Select(Point).ToImmutableArray())],
                }),
            ],
        });

    // a trim line is cut by machines that hold a tenth of a millimetre: microns are enough
    private static ImmutableArray<double> Point(Vec3 p) =>
        [Math.Round(p.X, 3) + 0.0, Math.Round(p.Y, 3) + 0.0, Math.Round(p.Z, 3) + 0.0];
}

/// <summary>Trim lines of one jaw, <c>archwright.trim/1</c>.</summary>
internal sealed record TrimLinesDocument
{
    /// <summary>Schema id.</summary>
    public string Schema { get; init; } = "archwright.trim/1";

    /// <summary>Upper or lower.</summary>
    public required Jaw Jaw { get; init; }

    /// <summary>Frame of the points.</summary>
    public string Frame { get; init; } = "scan";

    /// <summary>Unit of the points.</summary>
    public string Unit { get; init; } = "mm";

    /// <summary>Stages in order.</summary>
    public required ImmutableArray<TrimLinesStage> Stages { get; init; }
}

/// <summary>Trim lines of one stage.</summary>
internal sealed record TrimLinesStage
{
    /// <summary>0 = as scanned.</summary>
    public required int Stage { get; init; }

    /// <summary>Closed polylines: points x, y, z; the last joins the first.</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<double>>> Lines { get; init; }
}
