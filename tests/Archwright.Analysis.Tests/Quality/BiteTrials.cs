using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis;

namespace Archwright.Quality.Trials;

/// <summary>Bites that were registered wrongly: the upper arch moved against the lower.</summary>
internal static class BiteTrials
{
    private static readonly ImmutableArray<string> Any =
        ["bite-penetration", "bite-no-contact", "bite-not-registered", "bite-roll", "bite-pitch"];

    public static IEnumerable<DefectTrial> All()
    {
        foreach (double mm in new[] { 1.5, 2, 3 })
        {
            yield return Bite("bite shifted sideways", $"{mm} mm", ["bite-penetration", "bite-no-contact"], n => (new(n % 2 == 0 ? mm : -mm, 0, 0), 0, 0));
            yield return Bite("bite shifted forward", $"{mm} mm", ["bite-penetration", "bite-no-contact"], _ => (new(0, -mm, 0), 0, 0));
            yield return Bite("bite open", $"{mm} mm", ["bite-no-contact"], _ => (new(0, 0, mm), 0, 0));
            yield return Bite("bite too deep", $"{mm / 2} mm", ["bite-penetration"], _ => (new(0, 0, -mm / 2), 0, 0));
            yield return Bite("bite rolled", $"{mm}°", ["bite-roll"], n => (default, n % 2 == 0 ? mm : -mm, 0));
            yield return Bite("bite pitched", $"{1.5 * mm}°", ["bite-pitch"], n => (default, 0, n % 2 == 0 ? 1.5 * mm : -1.5 * mm));

            // turned about the molars of one side, which stay in contact
            yield return Bite("bite open on one side", $"{mm}°", ["bite-no-contact"], n => (new(0, 0, 24 * Math.Sin(double.DegreesToRadians(mm))), n % 2 == 0 ? mm : -mm, 0));
        }

        foreach (double mm in new[] { 6.0, 12, 25 })
            yield return Bite("bite not registered", $"{mm} mm apart", ["bite-not-registered"], _ => (new(0, 0, mm), 0, 0));
        yield return Bite("bite not registered", "upside down", ["bite-not-registered"], _ => (default, 180, 0));
        yield return Bite("bite open", "0.05 mm", ["bite-no-contact"], _ => (new(0, 0, 0.05), 0, 0)) with { IsAbove = false };
    }

    private static DefectTrial Bite(string kind, string size, ImmutableArray<string> codes, Func<int, (Vec3 Shift, double Roll, double Pitch)> motion) =>
        new(kind, size, codes, (made, place) =>
        {
            (Vec3 shift, double roll, double pitch) = motion(place);
            ArchScan moved = ScanDefects.OutOfBite(made.Upper!, made.OcclusalFromScan, shift, roll, pitch);
            return new SeededDefect([DefectTrial.Check(moved), DefectTrial.Check(made.Lower!)]);
        })
        {
            Consequences = Any,
        };
}
