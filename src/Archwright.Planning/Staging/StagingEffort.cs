using Archwright.Planning.Collision;

namespace Archwright.Planning.Staging;

/// <summary>
/// How long a way is looked for, in overlaps measured per pair of teeth that can meet: a count, so that it is the same on any machine.
/// Heavily scattered synthetic starts took up to 570 for a band and 390 for a run, and one of them first found a way after 4,100 in its fifth pace;
/// teeth thrown deep into each other would take without end what cannot part them.
/// </summary>
internal static class StagingEffort
{
    /// <summary>Bending one band.</summary>
    public const int Band = 1_000;

    /// <summary>Bands bent anew within one pace.</summary>
    public const int Passes = 1_500;

    /// <summary>Pushing aside within one run.</summary>
    public const int Detours = 600;

    private const int Paces = 4_500;
    private const int PacesOfDeepStart = 1_500;

    /// <summary>Real cases start up to 0.3 mm in each other, scattered synthetic ones hardly more; what is deeper than this no pace parts, mm.</summary>
    private const double DeepMm = 1;

    /// <summary>All paces together, overlaps: no further pace is begun beyond.</summary>
    public static long OfAllPaces(CollisionScene scene) =>
        (long)scene.Pairs.Length * (scene.Pairs.Any(p => p.InitialOverlapMm > DeepMm) ? PacesOfDeepStart : Paces);
}
