using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Whether what was read can be a jaw in millimetres. Mirrored and upside-down input is found by analysis, not here.</summary>
internal static class ScanChecks
{
    private const double WidthMinMm = 20;
    private const double WidthMaxMm = 120;
    private const int FacesMin = 100;
    private const double ToothMinMm = 2;
    private const double ToothMaxMm = 45;

    public static IEnumerable<Problem> OfScan(string name, ImportedMesh scan)
    {
        if (scan.Facts.DeclaredUnit is { } unit and not "mm")
            yield return Problem.Error("unit-not-mm", $"the file says its unit is {unit}; coordinates are read as mm", name);
        if (scan.Mesh.TriangleCount < FacesMin)
        {
            yield return Problem.Error(
                "not-a-jaw", $"{scan.Mesh.TriangleCount} faces are too few for a jaw", name, scan.Mesh.TriangleCount, FacesMin, "count");
        }

        double width = Largest(scan.Mesh.Bounds);
        if (width is < WidthMinMm or > WidthMaxMm)
            yield return WrongSize(name, "the scan", width, WidthMinMm, WidthMaxMm);
    }

    public static IEnumerable<Problem> OfLabels(string name, ScanLabels labels)
    {
        if (labels.FaceLabels.All(l => l == 0))
            yield return Problem.Error("labels-all-gingiva", "no face is labelled as a tooth", name, 0, 1, "count");
    }

    public static IEnumerable<Problem> OfTooth(string name, ImportedMesh tooth)
    {
        if (tooth.Facts.DeclaredUnit is { } unit and not "mm")
            yield return Problem.Error("unit-not-mm", $"the file says its unit is {unit}; coordinates are read as mm", name);
        double length = Largest(tooth.Mesh.Bounds);
        if (length is < ToothMinMm or > ToothMaxMm)
            yield return WrongSize(name, "the tooth", length, ToothMinMm, ToothMaxMm);
    }

    private static Problem WrongSize(string name, string what, double size, double min, double max)
    {
        string guess = size * 25.4 >= min && size * 25.4 <= max ? "; in inches it would fit"
            : size * 1000 >= min && size * 1000 <= max ? "; in metres it would fit"
            : size / 1000 >= min && size / 1000 <= max ? "; in micrometres it would fit" : "";
        return Problem.Error(
            "size-implausible",
            FormattableString.Invariant($"{what} measures {size:0.###} mm, which is outside {min}–{max} mm{guess}"),
            name,
            size,
            size < min ? min : max,
            "mm");
    }

    private static double Largest(Aabb box) => Math.Max(box.Size.X, Math.Max(box.Size.Y, box.Size.Z));
}
