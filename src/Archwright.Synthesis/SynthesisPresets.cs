using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Synthesis;

/// <summary>Named dentitions. Each is a starting point: change what you need with a <c>with</c> expression.</summary>
public static class SynthesisPresets
{
    // Frequencies of clinical.md 5.7: Alhammadi 2018 (class, deep bite, open bite, crossbite).
    private const double ClassTwoShare = 0.196;
    private const double ClassThreeShare = 0.059;
    private const double DeepBiteShare = 0.220;
    private const double OpenBiteShare = 0.049;
    private const double CrossbiteShare = 0.094;

    /// <summary>Class I, teeth in contact, no malposition.</summary>
    public static SynthesisOptions Ideal(ulong seed = 1) => new() { Seed = seed };

    /// <summary>3 mm of space lacking in the lower, 2 mm in the upper arch.</summary>
    public static SynthesisOptions MildCrowding(ulong seed = 1) => With(seed, new Malocclusion
    {
        UpperCrowdingMm = 2,
        LowerCrowdingMm = 3,
        RotationScatterDeg = 3,
        TipScatterDeg = 2,
        TorqueScatterDeg = 2,
        InOutScatterMm = 0.2,
        VerticalScatterMm = 0.15,
    });

    /// <summary>7 mm of space lacking in the lower, 6 mm in the upper arch.</summary>
    public static SynthesisOptions SevereCrowding(ulong seed = 1) => With(seed, new Malocclusion
    {
        UpperCrowdingMm = 6,
        LowerCrowdingMm = 7,
        RotationScatterDeg = 6,
        TipScatterDeg = 3,
        TorqueScatterDeg = 3,
        InOutScatterMm = 0.3,
        VerticalScatterMm = 0.3,
    });

    /// <summary>Gaps between the front teeth.</summary>
    public static SynthesisOptions Spacing(ulong seed = 1) => With(seed, new Malocclusion
    {
        UpperSpacingMm = 5,
        LowerSpacingMm = 4,
        RotationScatterDeg = 4,
        TipScatterDeg = 3,
    });

    /// <summary>Overbite of 5.5 mm with a deep curve of Spee.</summary>
    public static SynthesisOptions DeepBite(ulong seed = 1) => With(seed, new Malocclusion
    {
        DeepBiteMm = 5.5,
        CurveOfSpeeMm = 3.5,
        LowerCrowdingMm = 2,
        RotationScatterDeg = 3,
    });

    /// <summary>A vertical gap of 3 mm between the incisors.</summary>
    public static SynthesisOptions OpenBite(ulong seed = 1) => With(seed, new Malocclusion
    {
        OpenBiteMm = 3,
        RotationScatterDeg = 3,
        TipScatterDeg = 2,
    });

    /// <summary>Full-cusp Class II with an overjet of 7 mm.</summary>
    public static SynthesisOptions ClassII(ulong seed = 1) => With(seed, new Malocclusion
    {
        ClassRightMm = 5,
        ClassLeftMm = 5,
        OverjetMm = 7,
        DeepBiteMm = 4,
        LowerCrowdingMm = 2,
        RotationScatterDeg = 3,
    });

    /// <summary>Crowding of 4 mm in both arches, Class II by about half a cusp: what sequential distalisation can still correct.</summary>
    public static SynthesisOptions CrowdedClassII(ulong seed = 1) => With(seed, new Malocclusion
    {
        // more than the molars are to show: the ideal stands up to 2 mm towards Class III there
        ClassRightMm = 4,
        ClassLeftMm = 5,
        OverjetMm = 4,
        UpperCrowdingMm = 4,
        LowerCrowdingMm = 4,
        RotationScatterDeg = 5,
        TipScatterDeg = 3,
        TorqueScatterDeg = 3,
        InOutScatterMm = 0.2,
        VerticalScatterMm = 0.2,
    });

    /// <summary>Class III by half a cusp with an edge-to-edge front.</summary>
    public static SynthesisOptions ClassIII(ulong seed = 1) => With(seed, new Malocclusion
    {
        ClassRightMm = -3.5,
        ClassLeftMm = -3.5,
        OverjetMm = -1,
        RotationScatterDeg = 3,
    });

    /// <summary>The posterior teeth of the right side in crossbite.</summary>
    public static SynthesisOptions Crossbite(ulong seed = 1) => With(seed, new Malocclusion
    {
        Crossbite = PosteriorTeeth(right: true, left: false),
        RotationScatterDeg = 3,
    });

    /// <summary>
    /// The ideal with every tooth moved by up to 3 mm and turned by up to 20° (less what would make teeth overlap): the
    /// ground-truth test of the target setup.
    /// </summary>
    public static SynthesisOptions Perturbed(ulong seed) => With(seed, new Malocclusion { PerturbationMm = 3, PerturbationDeg = 20 });

    /// <summary>
    /// A patient drawn from the population: class, overbite and crossbite by published frequencies (clinical.md 5.7), crowding
    /// or spacing and malpositions about the usual, arch form, third molars in one of four.
    /// </summary>
    public static SynthesisOptions Random(ulong seed)
    {
        SeededRandom random = new SeededRandom(seed).Fork("patient");
        double sagittal = random.NextDouble();
        double shift = sagittal < ClassTwoShare ? random.Uniform(2.5, 6)
            : sagittal < ClassTwoShare + ClassThreeShare ? random.Uniform(-4.5, -2) : 0;
        bool isSubdivision = shift != 0 && random.NextDouble() < 0.3;
        double vertical = random.NextDouble();
        bool isDeep = vertical < DeepBiteShare;
        bool isOpen = !isDeep && vertical < DeepBiteShare + OpenBiteShare;
        double lowerSpace = random.Normal(-1.5, 2.2);
        double upperSpace = (0.6 * lowerSpace) + random.Normal(0, 1.5);
        bool isCrossed = random.NextDouble() < CrossbiteShare;
        bool crossRight = random.NextDouble() < 0.6;
        bool crossLeft = !crossRight || random.NextDouble() < 0.3;
        return new SynthesisOptions
        {
            Seed = seed,
            Squareness = Math.Clamp(random.Normal(0, 0.5), -1, 1),
            ThirdMolars = random.NextDouble() < 0.25,
            Malocclusion = new Malocclusion
            {
                ClassRightMm = shift + (shift == 0 ? 0 : random.Normal(0, 0.4)),
                ClassLeftMm = isSubdivision || shift == 0 ? 0 : shift + random.Normal(0, 0.4),
                OverjetMm = shift > 0 ? random.Uniform(4, 8) : shift < 0 ? random.Uniform(-2, 1) : null,
                DeepBiteMm = isDeep ? random.Uniform(4, 6.5) : null,
                CurveOfSpeeMm = isDeep ? random.Uniform(2, 3.5) : null,
                OpenBiteMm = isOpen ? random.Uniform(0.5, 4) : null,
                LowerCrowdingMm = Math.Clamp(-lowerSpace, 0, 7),
                LowerSpacingMm = Math.Clamp(lowerSpace, 0, 5),
                UpperCrowdingMm = Math.Clamp(-upperSpace, 0, 7),
                UpperSpacingMm = Math.Clamp(upperSpace, 0, 5),
                MidlineShiftMm = Math.Clamp(random.Normal(0, 0.8), -2.5, 2.5),
                Crossbite = isCrossed ? PosteriorTeeth(crossRight, crossLeft) : [],
                RotationScatterDeg = random.Uniform(2, 7),
                TipScatterDeg = random.Uniform(1, 4),
                TorqueScatterDeg = random.Uniform(1, 4),
                InOutScatterMm = random.Uniform(0.1, 0.4),
                VerticalScatterMm = random.Uniform(0.05, 0.3),
            },
        };
    }

    private static SynthesisOptions With(ulong seed, Malocclusion malocclusion) => new() { Seed = seed, Malocclusion = malocclusion };

    private static ImmutableArray<ToothId> PosteriorTeeth(bool right, bool left) =>
    [
        .. ToothId.Permanent(Jaw.Upper).Where(t => t.Position is >= 4 and <= 7 && (t.IsRight ? right : left)),
    ];
}
