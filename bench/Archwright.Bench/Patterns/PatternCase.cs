using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Patterns;

/// <summary>One case of the sweep over macro patterns: a dentition that gives the pattern something to do, small enough to plan by the hundred.</summary>
/// <param name="Seed">Everything follows from it.</param>
/// <param name="Preset">Name of the dentition.</param>
/// <param name="Preferences">The base preferences with the pattern ordered; every third case bonds its attachments at stage 3.</param>
/// <param name="Dentition">What is made.</param>
internal sealed record PatternCase(int Seed, string Preset, TreatmentPreferences Preferences, SynthesisOptions Dentition)
{
    private const int TrianglesPerArch = 10_000;
    private const int LateAttachments = 3;

    /// <summary>Teeth whose room anterior retraction closes.</summary>
    private static readonly ImmutableArray<ToothId> FirstPremolars = [.. new[] { 14, 24, 34, 44 }.Select(ToothId.FromFdi)];

    private static readonly ImmutableArray<(MacroPattern Pattern, ImmutableArray<(string Name, Func<ulong, SynthesisOptions> Make)> Presets)> Patterns =
    [
        (MacroPattern.LevelAndAlign,
        [
            ("crowding", SynthesisPresets.MildCrowding), ("severe-crowding", SynthesisPresets.SevereCrowding), ("spacing", SynthesisPresets.Spacing),
            ("open-bite", SynthesisPresets.OpenBite), ("perturbed", SynthesisPresets.Perturbed), ("random", SynthesisPresets.Random),
        ]),
        (MacroPattern.SpaceFirst,
            [("crowding", SynthesisPresets.MildCrowding), ("severe-crowding", SynthesisPresets.SevereCrowding), ("random", SynthesisPresets.Random)]),
        (MacroPattern.SequentialDistalisation, [("crowded-class2", SynthesisPresets.CrowdedClassII), ("class2", SynthesisPresets.ClassII)]),
        (MacroPattern.AnteriorRetraction,
            [("extraction-crowding", Extracted(SynthesisPresets.SevereCrowding)), ("extraction-class2", Extracted(SynthesisPresets.ClassII))]),
        (MacroPattern.ExpansionFirst,
            [("crossbite", SynthesisPresets.Crossbite), ("crowding", SynthesisPresets.MildCrowding), ("random", SynthesisPresets.Random)]),
        (MacroPattern.DeepBite, [("deep-bite", SynthesisPresets.DeepBite), ("class2", SynthesisPresets.ClassII)]),
        (MacroPattern.Custom,
            [("class3", SynthesisPresets.ClassIII), ("severe-crowding", SynthesisPresets.SevereCrowding), ("perturbed", SynthesisPresets.Perturbed)]),
    ];

    /// <summary>The case of a seed: patterns in turn, the dentitions of each in turn.</summary>
    public static PatternCase Of(int seed)
    {
        (MacroPattern pattern, var presets) = Patterns[seed % Patterns.Length];
        (string name, Func<ulong, SynthesisOptions> make) = presets[seed / Patterns.Length % presets.Length];
        var preferences = new TreatmentPreferences();
        return new PatternCase(
            seed,
            name,
            preferences with
            {
                Staging = preferences.Staging with { Pattern = pattern },
                Attachments = preferences.Attachments with { EarliestStage = seed % LateAttachments == 0 ? LateAttachments : 1 },
            },
            make((ulong)seed) with { TrianglesPerArch = TrianglesPerArch });
    }

    /// <summary>The case as analysis measures it, Class I ordered where the pattern is one of Class II.</summary>
    public MeasuredCase Measured(RunContext context)
    {
        CaseInput input = SyntheticDentition.Create(Dentition, context).ToCaseInput();
        if (Preferences.Staging.Pattern == MacroPattern.SequentialDistalisation)
            input = input with { Description = input.Description with { Objectives = new CaseObjectives { CanineClass = "I" } } };
        return ArchAnalysis.Run(input, new AnalysisOptions(), context).Require();
    }

    private static Func<ulong, SynthesisOptions> Extracted(Func<ulong, SynthesisOptions> make) => seed => make(seed) with { Missing = FirstPremolars };
}
