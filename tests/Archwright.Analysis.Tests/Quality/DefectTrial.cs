using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis;

namespace Archwright.Quality.Trials;

/// <summary>One fault of known kind, place and size, and what quality control has to say of it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Code">The defect to be reported; from below the limit, not to be reported.</param>
/// <param name="IsAbove">True where its size is at or above the stated limit.</param>
/// <param name="Make">Makes the scans out of a clean case.</param>
/// <param name="Fdi">The tooth it is to be placed at; 0 where it concerns the whole.</param>
/// <param name="Surface">The side, where the kind has one.</param>
public sealed record DefectTrial(
    string Name, string Code, bool IsAbove, Func<SyntheticCase, ScanToCheck[]> Make, int Fdi = 0, CrownSurface? Surface = null)
{
    private static readonly (CrownSurface Surface, Vec3 Side)[] Walls =
        [(CrownSurface.Buccal, new(0, 1, 0.1)), (CrownSurface.Lingual, new(0, -1, 0.1)), (CrownSurface.Occlusal, new(0, 0, 1))];

    /// <summary>All of them.</summary>
    public static DefectTrial[] All { get; } = [.. Surfaces(), .. Wholes(), .. Coverage(), .. Bites()];

    /// <summary>The clean scans of a case.</summary>
    public static ScanToCheck[] Clean(SyntheticCase made) => [Check(made.Upper!), Check(made.Lower!)];

    /// <summary>True where the report has what it has to have, and lacks what it has to lack.</summary>
    public bool IsRight(ScanQualityReport report) => report.Defects.Any(Fits) == IsAbove;

    /// <summary>True for the defect this trial is about, at its place.</summary>
    public bool Fits(ScanDefect d) =>
        d.Code == Code && d.Severity == DefectSeverity.Rescan && (Fdi == 0 || d.Tooth?.Fdi == Fdi) && (Surface is null || d.Surface == Surface);

    private static IEnumerable<DefectTrial> Surfaces()
    {
        foreach (int fdi in new[] { 16, 11, 35 })
        {
            foreach ((CrownSurface surface, Vec3 side) in Walls)
            {
                bool isEdge = fdi % 10 <= 3 && surface == CrownSurface.Occlusal;
                if (isEdge)
                    continue;
                yield return On("hole of 1.3 mm²", "hole-crown", true, fdi, surface, side, ScanDefectKind.Hole, 1.3);
                yield return On("hole of 6 mm²", "hole-crown", true, fdi, surface, side, ScanDefectKind.Hole, 6);
                yield return On("hole of 0.4 mm²", "hole-crown", false, fdi, surface, side, ScanDefectKind.Hole, 0.4);
                if (surface == CrownSurface.Occlusal || (fdi % 10 <= 3 && surface == CrownSurface.Lingual))
                    continue;
                yield return On("bubble of 0.7 mm", "bubble", true, fdi, surface, side, ScanDefectKind.Bubble, 0.7);
                yield return On("bubble of 1 mm", "bubble", true, fdi, surface, side, ScanDefectKind.Bubble, 1);
                yield return On("bubble of 0.12 mm", "bubble", false, fdi, surface, side, ScanDefectKind.Bubble, 0.12);
                yield return On("pit of 0.9 mm", "pit", true, fdi, surface, side, ScanDefectKind.Pit, 0.9);
                yield return On("pit of 0.12 mm", "pit", false, fdi, surface, side, ScanDefectKind.Pit, 0.12);
            }

            yield return On("second layer of 6 mm²", "loose-part", true, fdi, CrownSurface.Buccal, Walls[0].Side, ScanDefectKind.DoubledLayer, 6);
            yield return On("second layer of 6 mm², seen as layer", "double-layer", true, fdi, CrownSurface.Buccal, Walls[0].Side, ScanDefectKind.DoubledLayer, 6);
            yield return On("second layer of 0.5 mm²", "double-layer", false, fdi, CrownSurface.Buccal, Walls[0].Side, ScanDefectKind.DoubledLayer, 0.5);
            yield return On("turned patch of 2 mm²", "flipped-faces", true, fdi, CrownSurface.Lingual, Walls[1].Side, ScanDefectKind.FlippedPatch, 2);
            yield return On("turned patch of 0.15 mm²", "flipped-faces", false, fdi, CrownSurface.Lingual, Walls[1].Side, ScanDefectKind.FlippedPatch, 0.15);
            yield return On("fin on 5 edges", "non-manifold", true, fdi, null, Walls[0].Side, ScanDefectKind.Fin, 5);
            yield return On("fin on 1 edge", "non-manifold", false, fdi, CrownSurface.Buccal, Walls[0].Side, ScanDefectKind.Fin, 1);
            yield return On("noise of 0.1 mm on one tooth", "noise", true, fdi, null, Walls[0].Side, ScanDefectKind.NoisyTooth, 0.1);
            yield return On("tunnel 4 mm round", "tunnel", true, fdi, null, Walls[0].Side, ScanDefectKind.Tunnel, 4);
            yield return On("step of 0.08 mm", "stitching-step", false, fdi, null, Walls[0].Side, ScanDefectKind.StitchingStep, 0.08);
        }

        // on the curved walls of posterior teeth a ledge is not told from their grooves: front teeth only
        foreach (int fdi in new[] { 11, 22 })
            yield return On("step of 0.8 mm", "stitching-step", true, fdi, null, Walls[0].Side, ScanDefectKind.StitchingStep, 0.8);
    }

    private static IEnumerable<DefectTrial> Wholes()
    {
        foreach (bool isUpper in new[] { true, false })
        {
            int fdi = isUpper ? 16 : 36;
            string jaw = isUpper ? "upper" : "lower";
            yield return Whole($"inches, {jaw}", "unit-not-mm", true, fdi, ScanDefectKind.Inches, 0);
            yield return Whole($"centimetres, {jaw}", "unit-not-mm", true, fdi, ScanDefectKind.Centimetres, 0);
            yield return Whole($"metres, {jaw}", "unit-not-mm", true, fdi, ScanDefectKind.Metres, 0);
            yield return Whole($"1.35 times as large, {jaw}", "scale-implausible", true, fdi, ScanDefectKind.Scaled, 1.35);
            yield return Whole($"1.05 times as large, {jaw}", "scale-implausible", false, fdi, ScanDefectKind.Scaled, 1.05);
            yield return Whole($"mirrored, {jaw}", "scan-mirrored", true, fdi, ScanDefectKind.Mirrored, 0);
            yield return Whole($"inside out, {jaw}", "inside-out", true, fdi, ScanDefectKind.InsideOut, 0);
            yield return Whole($"noise of 0.08 mm, {jaw}", "noise", true, fdi, ScanDefectKind.Noise, 0.08);
            yield return Whole($"noise of 0.25 mm, {jaw}", "noise", true, fdi, ScanDefectKind.Noise, 0.25);
            yield return Whole($"noise of 0.02 mm, {jaw}", "noise", false, fdi, ScanDefectKind.Noise, 0.02);
            yield return Whole($"faces of 1 mm, {jaw}", "too-coarse", true, fdi, ScanDefectKind.Coarse, 1.0);
            yield return Whole($"1 mm of gum, {jaw}", "gingiva-short", true, fdi, ScanDefectKind.ShortGingiva, 1.0);
            yield return Whole($"2.4 mm of gum, {jaw}", "gingiva-short", true, fdi, ScanDefectKind.ShortGingiva, 2.4);
            yield return Whole($"4 mm of gum, {jaw}", "gingiva-short", false, fdi, ScanDefectKind.ShortGingiva, 4);
            yield return On("loose part of 6 mm²", "loose-part", true, fdi, null, Walls[0].Side, ScanDefectKind.LoosePart, 6);
            yield return On("loose part of 0.4 mm²", "loose-part", false, fdi, null, Walls[0].Side, ScanDefectKind.LoosePart, 0.4);
        }

        yield return new DefectTrial("jaws exchanged", "jaws-exchanged", true, made =>
            [Check(made.Lower!) with { Name = "upper", Jaw = Jaw.Upper }, Check(made.Upper!) with { Name = "lower", Jaw = Jaw.Lower }]);
        yield return new DefectTrial("scan of 300 days ago", "scan-old", true, made =>
            [Check(made.Upper!) with { Scanned = new DateOnly(2026, 1, 1) }, Check(made.Lower!)]);
        yield return new DefectTrial("scan of 30 days ago", "scan-old", false, made =>
            [Check(made.Upper!) with { Scanned = new DateOnly(2026, 10, 1) }, Check(made.Lower!)]);
    }

    private static IEnumerable<DefectTrial> Coverage()
    {
        foreach (int fdi in new[] { 17, 27, 37, 47 })
        {
            yield return On("last molar missing", "distal-molar-missing", true, fdi, CrownSurface.Distal, default, ScanDefectKind.LastMolarMissing, 0);
            yield return On("a third of the last molar cut off", "crown-cut", true, fdi, CrownSurface.Distal, default, ScanDefectKind.ArchCut, 0.34);
        }
    }

    private static IEnumerable<DefectTrial> Bites()
    {
        yield return Bite("bite shifted left 2 mm", null, new(2, 0, 0));
        yield return Bite("bite shifted right 2 mm", null, new(-2, 0, 0));
        yield return Bite("bite 1.5 mm open", "bite-no-contact", new(0, 0, 1.5));
        yield return Bite("bite 6 mm open", "bite-not-registered", new(0, 0, 12));
        yield return Bite("bite 1.2 mm too deep", "bite-penetration", new(0, 0, -1.2));
        yield return Bite("rolled 2° to the right", "bite-roll", default, rollDeg: 2);
        yield return Bite("rolled 2° to the left", "bite-roll", default, rollDeg: -2);
        yield return Bite("pitched 3° open in front", "bite-pitch", default, pitchDeg: 3);
        yield return Bite("pitched 3° open at the back", "bite-pitch", default, pitchDeg: -3);
        yield return new DefectTrial("bite 0.05 mm open", "bite-no-contact", false, made => Moved(made, new(0, 0, 0.05), 0, 0));
        yield return new DefectTrial("lower arch upside down", "bite-not-registered", true, made =>
            [Check(made.Upper!), Check(ScanDefects.OutOfBite(made.Lower!, made.OcclusalFromScan, default, 180))]);
    }

    // A shift is told by what it does: crowns cut each other, or contact is lost.
    private static DefectTrial Bite(string name, string? code, Vec3 shift, double rollDeg = 0, double pitchDeg = 0) =>
        new(name, code ?? "bite-penetration", true, made => Moved(made, shift, rollDeg, pitchDeg));

    private static ScanToCheck[] Moved(SyntheticCase made, Vec3 shift, double rollDeg, double pitchDeg) =>
        [Check(ScanDefects.OutOfBite(made.Upper!, made.OcclusalFromScan, shift, rollDeg, pitchDeg)), Check(made.Lower!)];

    private static DefectTrial On(
        string what, string code, bool isAbove, int fdi, CrownSurface? surface, Vec3 side, ScanDefectKind kind, double size) =>
        new($"{what} at {fdi} {surface}".Trim(), code, isAbove, made => With(made, fdi, side, kind, size), fdi, surface);

    private static DefectTrial Whole(string what, string code, bool isAbove, int fdi, ScanDefectKind kind, double size) =>
        new(what, code, isAbove, made => With(made, fdi, default, kind, size));

    private static ScanToCheck[] With(SyntheticCase made, int fdi, Vec3 side, ScanDefectKind kind, double size)
    {
        Tooth tooth = made.Teeth.First(t => t.Id.Fdi == fdi).Tooth;
        ArchScan scan = tooth.Id.Jaw == Jaw.Upper ? made.Upper! : made.Lower!;
        return [Check(ScanDefects.Make(scan, tooth, side, kind, size))];
    }

    private static ScanToCheck Check(ArchScan scan) =>
        new(scan.Jaw == Jaw.Upper ? "upper" : "lower", scan.Mesh, scan.Jaw, scan.FaceLabels);
}
