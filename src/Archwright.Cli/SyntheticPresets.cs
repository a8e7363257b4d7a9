using Archwright.Synthesis;

namespace Archwright.Cli;

/// <summary>The generator's named dentitions, by the names the command line takes.</summary>
internal static class SyntheticPresets
{
    private static readonly SortedDictionary<string, Func<ulong, SynthesisOptions>> Known = new(StringComparer.Ordinal)
    {
        ["ideal"] = SynthesisPresets.Ideal,
        ["perturbed"] = SynthesisPresets.Perturbed,
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static SynthesisOptions Of(string name, ulong seed) => Known[name](seed);
}
