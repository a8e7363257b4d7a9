using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>The codes of what can be wrong with a scan; what each means and its limit: docs/algorithms/scan-quality.md.</summary>
public static class ScanFaultCodes
{
    /// <summary>All of them, in the order of the alphabet.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "bite-no-contact",
        "bite-not-registered",
        "bite-penetration",
        "bite-pitch",
        "bite-roll",
        "bubble",
        "coarse",
        "crown-cut",
        "degenerate-faces",
        "distal-molar-missing",
        "double-layer",
        "excess-margin",
        "filled-hole",
        "flipped-faces",
        "gingiva-short",
        "hole-crown",
        "hole-gingiva",
        "hole-interproximal",
        "inside-out",
        "jaws-exchanged",
        "loose-part",
        "loose-specks",
        "no-teeth",
        "noise",
        "non-manifold",
        "not-finite",
        "opening-between-crowns",
        "pit",
        "scale-implausible",
        "scan-mirrored",
        "scan-old",
        "smeared",
        "spike",
        "stitching-step",
        "too-coarse",
        "tunnel",
        "unit-not-mm",
    ];
}
