using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis;

namespace Archwright.Quality.Trials;

/// <summary>The faults that quality control is measured on: each kind in three sizes, and below its limit where it has one.</summary>
public static class DefectTrials
{
    private static readonly int[] Posterior = [16, 36, 25, 47, 14, 26, 44, 37, 15, 46, 27, 34, 17, 45, 24, 35];
    private static readonly int[] Front = [11, 32, 23, 41, 22, 13, 42, 21, 33, 12, 31, 43];
    private static readonly int[] Anywhere = [16, 11, 35, 42, 27, 23, 44, 37, 14, 31];

    private static readonly (CrownSide Side, Vec3 Direction) Buccal = (CrownSide.Buccal, new(0, 1, 0.1));
    private static readonly (CrownSide Side, Vec3 Direction) Lingual = (CrownSide.Lingual, new(0, -1, 0.1));
    private static readonly (CrownSide Side, Vec3 Direction) Occlusal = (CrownSide.Occlusal, new(0, 0, 1));

    /// <summary>All of them.</summary>
    public static ImmutableArray<DefectTrial> All { get; } = [.. Holes(), .. Surfaces(), .. Meshing(), .. Wholes(), .. Coverage(), .. BiteTrials.All()];

    private static IEnumerable<DefectTrial> Holes()
    {
        ImmutableArray<string> crown = ["hole-crown"];
        foreach (double area in new[] { 1.4, 4, 10 })
        {
            yield return new($"hole in a crown", $"{area} mm²", crown, On(Anywhere, AnySide, ScanDefectKind.Hole, area, area)) { Consequences = ["hole-interproximal", "crown-cut"] };
        }

        foreach (double girth in new[] { 3.0, 5, 7 })
            yield return new("tunnel", $"{girth} mm round", ["tunnel"], On(Anywhere, _ => Buccal, ScanDefectKind.Tunnel, girth, sided: false)) { Consequences = ["filled-hole", "spike", "double-layer"] };

        foreach (double area in new[] { 7.0, 12, 20 })
        {
            yield return new("hole between crowns", $"{area} mm²", ["hole-interproximal", "hole-crown"], Between(area)) { Consequences = ["hole-gingiva", "tunnel"] };
            yield return new("hole in the gum", $"{area} mm²", ["hole-gingiva"], On(Anywhere, _ => Buccal, ScanDefectKind.GingivaHole, area, area, sided: false)) { Consequences = ["hole-crown", "gingiva-short"] };
        }

        yield return new("hole in a crown", "0.4 mm²", crown, On(Anywhere, AnySide, ScanDefectKind.Hole, 0.4)) { IsAbove = false };
        yield return new("hole in the gum", "2 mm²", ["hole-gingiva"], On(Anywhere, _ => Buccal, ScanDefectKind.GingivaHole, 2, sided: false)) { IsAbove = false };
        foreach (double area in new[] { 4.0, 8, 16 })
        {
            ImmutableArray<string> consequences = ["bubble", "pit", "stitching-step", "smeared"];
            yield return new("hole filled from rim to rim", $"{area} mm²", ["filled-hole"], On(Anywhere, AnySide, ScanDefectKind.FilledHole, area, area)) { Consequences = consequences };
            yield return new("hole filled by a fan", $"{area} mm²", ["filled-hole"], On(Anywhere, AnySide, ScanDefectKind.FannedHole, area, area)) { Consequences = consequences };
        }

        yield return new("hole filled from rim to rim", "0.5 mm²", ["filled-hole"], On(Anywhere, AnySide, ScanDefectKind.FilledHole, 0.5)) { IsAbove = false };
    }

    private static IEnumerable<DefectTrial> Surfaces()
    {
        foreach (double mm in new[] { 0.7, 1, 1.5 })
        {
            yield return new("bubble on a wall", $"{mm} mm", ["bubble"], On(Anywhere, Wall, ScanDefectKind.Bubble, mm, mm)) { Consequences = ["pit", "stitching-step", "double-layer", "filled-hole"] };
            yield return new("bubble on a biting surface", $"{mm} mm", ["bubble"], On(Posterior, _ => Occlusal, ScanDefectKind.Bubble, mm, mm)) { Consequences = ["pit", "stitching-step", "double-layer", "filled-hole"] };
            yield return new("pit in a wall", $"{mm} mm", ["pit"], On(Anywhere, Wall, ScanDefectKind.Pit, mm, mm)) { Consequences = ["bubble", "stitching-step", "double-layer", "filled-hole"] };
            yield return new("spike", $"{1.2 * mm:0.##} mm", ["spike"], On(Anywhere, AnySide, ScanDefectKind.Spike, 1.2 * mm, 1.2 * mm)) { Consequences = ["bubble", "pit", "stitching-step"] };
        }

        yield return new("bubble on a wall", "0.12 mm", ["bubble"], On(Anywhere, Wall, ScanDefectKind.Bubble, 0.12)) { IsAbove = false };
        yield return new("pit in a wall", "0.12 mm", ["pit"], On(Anywhere, Wall, ScanDefectKind.Pit, 0.12)) { IsAbove = false };
        yield return new("spike", "0.15 mm", ["spike"], On(Anywhere, AnySide, ScanDefectKind.Spike, 0.15)) { IsAbove = false };
        foreach (double mm in new[] { 0.4, 0.6, 0.9 })
        {
            // the step is set outwards and upwards alike: the shift is the longer by the root of two
            ImmutableArray<string> consequences = ["bubble", "pit", "double-layer", "bite-penetration", "filled-hole"];
            yield return new("step across a front tooth", $"{mm} mm", ["stitching-step"], On(Front, _ => Buccal, ScanDefectKind.StitchingStep, mm, 1.2 * mm, sided: false)) { Consequences = consequences };
            yield return new("step across a back tooth", $"{mm} mm", ["stitching-step"], On(Posterior, _ => Buccal, ScanDefectKind.StitchingStep, mm, 1.2 * mm, sided: false)) { Consequences = consequences };
        }

        yield return new("step across a front tooth", "0.08 mm", ["stitching-step"], On(Front, _ => Buccal, ScanDefectKind.StitchingStep, 0.08, sided: false)) { IsAbove = false };
        yield return new("step across a back tooth", "0.08 mm", ["stitching-step"], On(Posterior, _ => Buccal, ScanDefectKind.StitchingStep, 0.08, sided: false)) { IsAbove = false };
        foreach (double mm in new[] { 0.08, 0.12, 0.2 })
        {
            ImmutableArray<string> consequences = ["bubble", "pit", "stitching-step", "spike", "double-layer", "smeared"];
            yield return new("noise all over", $"{mm} mm", ["noise"], On(Anywhere, _ => Buccal, ScanDefectKind.Noise, mm, mm, whole: true)) { Consequences = consequences };
            yield return new("noise on one tooth", $"{mm} mm", ["noise"], On(Anywhere, _ => Buccal, ScanDefectKind.NoisyTooth, mm, mm, sided: false)) { Consequences = consequences };
        }

        yield return new("noise all over", "0.02 mm", ["noise"], On(Anywhere, _ => Buccal, ScanDefectKind.Noise, 0.02, whole: true)) { IsAbove = false };
        foreach (double mm in new[] { 1.2, 1.8, 2.5 })
            yield return new("smeared crown", $"{mm} mm", ["smeared"], On(Anywhere, _ => Buccal, ScanDefectKind.Smeared, mm, sided: false));
        yield return new("smeared crown", "0.15 mm", ["smeared"], On(Anywhere, _ => Buccal, ScanDefectKind.Smeared, 0.15, sided: false)) { IsAbove = false };
    }

    private static IEnumerable<DefectTrial> Meshing()
    {
        foreach (double area in new[] { 3.0, 6, 12 })
        {
            yield return new("second layer", $"{area} mm²", ["double-layer"], On(Anywhere, Wall, ScanDefectKind.DoubledLayer, area, area)) { Consequences = ["loose-part", "crown-cut", "bubble"] };
            yield return new("doubled faces", $"{area} mm²", ["double-layer", "loose-part", "non-manifold"], On(Anywhere, Wall, ScanDefectKind.DuplicatedFaces, area, sided: false)) { Consequences = ["hole-crown", "crown-cut"] };
            yield return new("turned patch", $"{area / 2} mm²", ["flipped-faces"], On(Anywhere, Wall, ScanDefectKind.FlippedPatch, area / 2, area / 2)) { Consequences = ["hole-crown", "crown-cut", "bubble", "pit"] };
            yield return new("loose part", $"{area} mm²", ["loose-part"], On(Anywhere, _ => Buccal, ScanDefectKind.LoosePart, area, area, whole: true)) { Consequences = ["double-layer"] };
            yield return new("fins", $"{area:0} edges", ["non-manifold"], On(Anywhere, _ => Buccal, ScanDefectKind.Fin, area, area, sided: false)) { Consequences = ["bubble", "double-layer", "spike"] };
        }

        yield return new("second layer", "0.5 mm²", ["double-layer"], On(Anywhere, Wall, ScanDefectKind.DoubledLayer, 0.5)) { IsAbove = false };
        yield return new("turned patch", "0.15 mm²", ["flipped-faces"], On(Anywhere, Wall, ScanDefectKind.FlippedPatch, 0.15)) { IsAbove = false };
        yield return new("loose part", "0.4 mm²", ["loose-part"], On(Anywhere, _ => Buccal, ScanDefectKind.LoosePart, 0.4, whole: true)) { IsAbove = false };
        yield return new("fins", "1 edge", ["non-manifold"], On(Anywhere, _ => Buccal, ScanDefectKind.Fin, 1, sided: false)) { IsAbove = false };
        foreach (double share in new[] { 0.02, 0.05, 0.15 })
            yield return new("faces without area", $"{100 * share:0} %", ["degenerate-faces"], On(Anywhere, _ => Buccal, ScanDefectKind.DegenerateFaces, share, share, whole: true)) { Consequences = ["noise", "filled-hole"] };
        yield return new("faces without area", "0.2 %", ["degenerate-faces"], On(Anywhere, _ => Buccal, ScanDefectKind.DegenerateFaces, 0.002, whole: true)) { IsAbove = false };
        foreach (double mm in new[] { 1.1, 1.3, 1.6 })
        {
            ImmutableArray<string> consequences = ["bubble", "pit", "filled-hole", "smeared", "spike", "stitching-step", "gingiva-short"];
            yield return new("too few faces all over", $"{mm} mm", ["too-coarse"], On(Anywhere, _ => Buccal, ScanDefectKind.Coarse, mm, mm, whole: true)) { Consequences = consequences };
            yield return new("too few faces on one tooth", $"{mm} mm", ["too-coarse"], On(Anywhere, _ => Buccal, ScanDefectKind.CoarseTooth, mm, mm, sided: false)) { Consequences = consequences };
        }
    }

    private static IEnumerable<DefectTrial> Wholes()
    {
        foreach (bool isUpper in new[] { true, false })
        {
            int[] jaw = [isUpper ? 16 : 36];
            string name = isUpper ? "upper" : "lower";
            foreach ((ScanDefectKind unit, string word) in new[] { (ScanDefectKind.Inches, "inches"), (ScanDefectKind.Centimetres, "centimetres"), (ScanDefectKind.Metres, "metres") })
                yield return new("wrong unit", $"{word}, {name}", ["unit-not-mm"], On(jaw, _ => Buccal, unit, 0, whole: true));
            foreach (double factor in new[] { 0.7, 1.35, 1.5 })
                yield return new("scaled", $"{factor} times, {name}", ["scale-implausible"], On(jaw, _ => Buccal, ScanDefectKind.Scaled, factor, factor, whole: true)) { Consequences = ["unit-not-mm", "gingiva-short", "too-coarse", "noise", "bubble", "pit", "stitching-step", "smeared"] };
            yield return new("mirrored", name, ["scan-mirrored"], On(jaw, _ => Buccal, ScanDefectKind.Mirrored, 0, whole: true));
            yield return new("inside out", name, ["inside-out"], On(jaw, _ => Buccal, ScanDefectKind.InsideOut, 0, whole: true));
            yield return new("scaled", $"1.05 times, {name}", ["scale-implausible"], On(jaw, _ => Buccal, ScanDefectKind.Scaled, 1.05, whole: true)) { IsAbove = false };
        }

        yield return new("mirrored", "both", ["scan-mirrored"], (made, _) => new SeededDefect(
            [.. new[] { (16, made.Upper!), (36, made.Lower!) }.Select(j => DefectTrial.Check(ScanDefects.Make(j.Item2, Tooth(made, j.Item1), default, ScanDefectKind.Mirrored, 0)))]))
        {
            Consequences = ["bite-no-contact", "bite-penetration", "bite-roll", "bite-pitch"],
        };
        yield return new("inside out", "no labels", ["inside-out"], (made, _) => new SeededDefect(
            [DefectTrial.Check(ScanDefects.Make(made.Upper!, Tooth(made, 16), default, ScanDefectKind.InsideOut, 0)) with { FaceLabels = [] }]))
        {
            Consequences = ["distal-molar-missing", "gingiva-short", "smeared"],
        };
        yield return Exchanged("labelled", (made, _) => [Named(made.Lower!, Jaw.Upper), Named(made.Upper!, Jaw.Lower)]);
        yield return Exchanged("no labels", (made, _) => [Named(made.Lower!, Jaw.Upper) with { FaceLabels = [] }, Named(made.Upper!, Jaw.Lower) with { FaceLabels = [] }]);
        yield return Exchanged("one file twice", (made, _) => [DefectTrial.Check(made.Upper!), Named(made.Upper!, Jaw.Lower)]);
        foreach (int age in new[] { 200, 400, 800 })
            yield return Aged(age) with { IsAbove = true };
        yield return Aged(30) with { IsAbove = false };
    }

    private static IEnumerable<DefectTrial> Coverage()
    {
        int[] last = [17, 37, 27, 47];
        foreach (int fdi in last.Take(3))
        {
            yield return new("last molar missing", $"{fdi}", ["distal-molar-missing"], On([fdi], _ => (CrownSide.Distal, default), ScanDefectKind.LastMolarMissing, 0)) { Consequences = ["gingiva-short", "crown-cut"] };
        }

        foreach (double share in new[] { 0.2, 0.35, 0.5 })
        {
            yield return new("scan ends on a crown", $"{100 * share:0} %", ["crown-cut"], On(last, _ => (CrownSide.Distal, default), ScanDefectKind.ArchCut, share)) { Consequences = ["gingiva-short", "distal-molar-missing", "scale-implausible"] };
        }

        foreach (double mm in new[] { 0.8, 1.6, 2.3 })
        {
            yield return new("gum cut short all round", $"{mm} mm left", ["gingiva-short"], On(Anywhere, _ => Buccal, ScanDefectKind.ShortGingiva, mm, mm, whole: true)) { Consequences = ["crown-cut", "loose-part", "hole-gingiva", "hole-crown", "hole-interproximal"] };
            yield return new("gum cut short at one tooth", $"{mm} mm left", ["gingiva-short"], On(Anywhere, _ => Buccal, ScanDefectKind.ShortGingivaAtTooth, mm, mm)) { Consequences = ["crown-cut", "loose-part"] };
        }

        yield return new("gum cut short all round", "4 mm left", ["gingiva-short"], On(Anywhere, _ => Buccal, ScanDefectKind.ShortGingiva, 4, whole: true)) { IsAbove = false };
        foreach (double mm in new[] { 10.0, 15, 20 })
        {
            yield return new("lip or cheek scanned along", $"{mm} mm", ["excess-margin"], On(Anywhere, _ => Buccal, ScanDefectKind.ExcessMargin, mm, sided: false, whole: true))
            {
                Severity = DefectSeverity.Note,
            };
        }
    }

    private static DefectTrial Exchanged(string how, Func<SyntheticCase, int, ScanToCheck[]> make) => new("jaws exchanged", how, ["jaws-exchanged"], (made, n) => new SeededDefect(make(made, n)))
    {
        Consequences = ["bite-not-registered", "bite-penetration", "bite-no-contact", "bite-roll", "bite-pitch", "distal-molar-missing", "gingiva-short", "crown-cut", "scale-implausible", "scan-mirrored", "smeared", "noise", "stitching-step"],
    };

    private static DefectTrial Aged(int days) => new("old scan", $"{days} days", ["scan-old"], (made, _) => new SeededDefect(
        [DefectTrial.Check(made.Upper!) with { Scanned = Today.AddDays(-days) }, DefectTrial.Check(made.Lower!)]));

    /// <summary>The day on which the trials are judged.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 21);

    private static ScanToCheck Named(ArchScan scan, Jaw jaw) =>
        DefectTrial.Check(scan) with { Name = jaw == Jaw.Upper ? "upper" : "lower", Jaw = jaw };

    private static (CrownSide Side, Vec3 Direction) AnySide((int Fdi, int Place) at) =>
        at.Fdi % 10 <= 3 ? Wall(at) : (at.Place % 3) switch { 0 => Buccal, 1 => Occlusal, _ => Lingual };

    // the lingual fossa of a front tooth is hollow by nature
    private static (CrownSide Side, Vec3 Direction) Wall((int Fdi, int Place) at) => at.Fdi % 10 <= 3 || at.Place % 2 == 0 ? Buccal : Lingual;

    private static Func<SyntheticCase, int, SeededDefect> On(
        int[] teeth, Func<(int Fdi, int Place), (CrownSide Side, Vec3 Direction)> side, ScanDefectKind kind, double size, double? value = null, bool sided = true, bool whole = false) =>
        (made, place) =>
        {
            int[] there = [.. teeth.Where(t => made.Teeth.Any(m => m.Id.Fdi == t))];
            int fdi = there[place % there.Length];
            Tooth tooth = Tooth(made, fdi);
            (CrownSide surface, Vec3 direction) = side((fdi, place));
            ArchScan scan = tooth.Id.Jaw == Jaw.Upper ? made.Upper! : made.Lower!;
            return new SeededDefect([DefectTrial.Check(ScanDefects.Make(scan, tooth, direction, kind, size, (ulong)place + 1))])
            {
                Fdi = whole ? 0 : fdi,
                Side = sided && !whole ? surface : null,
                Value = value,
            };
        };

    // between a tooth and its mesial neighbour: either may be named, and the side towards the other
    private static Func<SyntheticCase, int, SeededDefect> Between(double areaMm2) => (made, place) =>
    {
        int[] distal = [16, 35, 14, 46, 25, 44, 26];
        int fdi = distal[place % distal.Length];
        Tooth tooth = Tooth(made, fdi);
        ArchScan scan = tooth.Id.Jaw == Jaw.Upper ? made.Upper! : made.Lower!;
        return new SeededDefect([DefectTrial.Check(ScanDefects.Make(scan, tooth, default, ScanDefectKind.InterproximalHole, areaMm2))])
        {
            Fdi = fdi,
            OrFdi = fdi - 1,
            Value = areaMm2,
            Factor = 2.5,
        };
    };

    private static Tooth Tooth(SyntheticCase made, int fdi) => made.Teeth.First(t => t.Id.Fdi == fdi).Tooth;
}
