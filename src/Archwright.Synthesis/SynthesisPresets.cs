namespace Archwright.Synthesis;

/// <summary>Named dentitions. Each is a starting point: change what you need with a <c>with</c> expression.</summary>
public static class SynthesisPresets
{
    /// <summary>Class I, teeth in contact, no malposition.</summary>
    public static SynthesisOptions Ideal(ulong seed = 1) => new() { Seed = seed };

    /// <summary>
    /// The ideal with every tooth moved by up to 3 mm and turned by up to 20° (less what would make teeth overlap): the
    /// ground-truth test of the target setup.
    /// </summary>
    public static SynthesisOptions Perturbed(ulong seed) => new()
    {
        Seed = seed,
        Malocclusion = new Malocclusion { PerturbationMm = 3, PerturbationDeg = 20 },
    };
}
