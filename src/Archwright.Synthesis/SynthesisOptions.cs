using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Synthesis;

/// <summary>
/// What dentition to make. Everything is optional: the default is an ideal Class I dentition of average arch form with second
/// molars, at 60 000 triangles an arch, in the occlusal frame. Malocclusions add up.
/// </summary>
public sealed record SynthesisOptions
{
    /// <summary>Everything random follows from this number.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Triangles of each arch scan, 10 000 – 300 000, reached within a few percent.</summary>
    public int TrianglesPerArch { get; init; } = 60_000;

    /// <summary>Jaws to make.</summary>
    public JawSelection Jaws { get; init; } = JawSelection.Both;

    /// <summary>How the scans lie in space.</summary>
    public ScanPose Pose { get; init; } = ScanPose.Occlusal;

    /// <summary>The pose used where <see cref="Pose"/> is <see cref="ScanPose.Given"/>.</summary>
    public RigidTransform ScanFromOcclusal { get; init; } = RigidTransform.Identity;

    /// <summary>True where third molars are there.</summary>
    public bool ThirdMolars { get; init; }

    /// <summary>Teeth that are not there; their neighbours keep their places.</summary>
    public ImmutableArray<ToothId> Missing { get; init; } = [];

    /// <summary>Teeth whose crowns are not sound; they and their neighbours stand where they would if they were.</summary>
    public ImmutableArray<ToothDamage> Damaged { get; init; } = [];

    /// <summary>Spread of tooth sizes: 0 gives the published means, 1 the published standard deviations.</summary>
    public double SizeVariation { get; init; } = 1;

    /// <summary>Arch form: −1 tapered, 0 ovoid, 1 square.</summary>
    public double Squareness { get; init; }

    /// <summary>True where the upper scan shows the palate.</summary>
    public bool Palate { get; init; } = true;

    /// <summary>Standard deviation of the scanner's error along the surface normal, mm.</summary>
    public double NoiseMm { get; init; }

    /// <summary>What is wrong with the bite and the alignment.</summary>
    public Malocclusion Malocclusion { get; init; } = new();
}

/// <summary>Which jaws to make.</summary>
public enum JawSelection
{
    /// <summary>Upper and lower in occlusion.</summary>
    Both,

    /// <summary>Upper only.</summary>
    Upper,

    /// <summary>Lower only.</summary>
    Lower,
}

/// <summary>How the scans lie in space.</summary>
public enum ScanPose
{
    /// <summary>Scan frame and occlusal frame are one.</summary>
    Occlusal,

    /// <summary>As given by <see cref="SynthesisOptions.ScanFromOcclusal"/>.</summary>
    Given,

    /// <summary>Any rotation and a shift of up to 100 mm, by seed.</summary>
    Random,

    /// <summary>As some scanners deliver: z up with the dentition upside down and turned.</summary>
    UpsideDown,
}
