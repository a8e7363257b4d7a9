using Archwright.Synthesis;

namespace Archwright.Cli;

/// <summary>The generator's named dentitions, by the names the command line takes.</summary>
internal static class SyntheticPresets
{
    private static readonly SortedDictionary<string, Func<ulong, SynthesisOptions>> Known = new(StringComparer.Ordinal)
    {
        ["class2"] = SynthesisPresets.ClassII,
        ["class3"] = SynthesisPresets.ClassIII,
        ["crossbite"] = SynthesisPresets.Crossbite,
        ["crowded-class2"] = SynthesisPresets.CrowdedClassII,
        ["crowding"] = SynthesisPresets.MildCrowding,
        ["deep-bite"] = SynthesisPresets.DeepBite,
        ["ideal"] = SynthesisPresets.Ideal,
        ["open-bite"] = SynthesisPresets.OpenBite,
        ["perturbed"] = SynthesisPresets.Perturbed,
        ["random"] = SynthesisPresets.Random,
        ["severe-crowding"] = SynthesisPresets.SevereCrowding,
        ["spacing"] = SynthesisPresets.Spacing,
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static SynthesisOptions Of(string name, ulong seed) => Known[name](seed);
}
