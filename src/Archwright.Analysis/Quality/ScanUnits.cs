using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>The unit of an arch scan, told from its size. An arch is 30–110 mm long; the usual units miss each other by more than that.</summary>
internal static class ScanUnits
{
    private const double LeastMm = 30;
    private const double MostMm = 110;

    private static readonly (string Name, double Mm)[] Units = [("inches", 25.4), ("centimetres", 10), ("metres", 1000), ("micrometres", 0.001)];

    /// <summary>Millimetres per unit of the file; 1 where it is in mm or no unit fits, and then a defect says so.</summary>
    public static double MmPerUnit(Vec3 size, string name, List<ScanDefect> found)
    {
        double longest = Math.Max(size.X, Math.Max(size.Y, size.Z));
        if (longest is >= LeastMm and <= MostMm)
            return 1;
        (string Name, double Mm)[] fits = [.. Units.Where(u => longest * u.Mm is >= LeastMm and <= MostMm)];

        // inches and centimetres overlap: an arch with its gum is about 65 mm long
        (string Name, double Mm) best = fits.OrderBy(u => Math.Abs(Math.Log(longest * u.Mm / 62))).FirstOrDefault();
        string guess = best.Name is null ? "no usual unit fits an arch" : $"in {best.Name} it would be an arch";
        found.Add(new ScanDefect(
            "unit-not-mm", DefectSeverity.Rescan, name,
            FormattableString.Invariant($"the scan is {longest:0.###} long, an arch {LeastMm:0}–{MostMm:0} mm; {guess}: export it in millimetres"))
        {
            Measured = longest,
            Limit = longest < LeastMm ? LeastMm : MostMm,
            Unit = "mm",
        });
        return best.Name is null ? 1 : best.Mm;
    }
}
