using Archwright.Dental;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Malocclusions;

/// <summary>
/// Moves teeth from the ideal to the malocclusion asked for: first what concerns whole arches (space, midline, curve of Spee,
/// class, crossbite, vertical and sagittal relation of the front), then scatter and perturbation per tooth, and at last apart
/// what would overlap. Occlusal frame, mm.
/// </summary>
internal static class MalocclusionApplication
{
    /// <summary>Poses after the malocclusion; the ideal poses themselves where none is asked for.</summary>
    public static SortedDictionary<ToothId, ToothFrame> Apply(IdealDentition ideal, SynthesisOptions options)
    {
        Malocclusion wanted = options.Malocclusion;
        var poses = new SortedDictionary<ToothId, ToothFrame>(ideal.Poses);
        if (wanted == new Malocclusion())
            return poses;

        var bodies = new SortedDictionary<ToothId, ToothBody>(
            ideal.Bodies.Where(b => !options.Missing.Contains(b.Key)).ToDictionary());
        ArchSpace.Apply(ideal, poses, Jaw.Upper, wanted.UpperSpacingMm - wanted.UpperCrowdingMm, wanted.MidlineShiftMm, options.Seed);
        ArchSpace.Apply(ideal, poses, Jaw.Lower, wanted.LowerSpacingMm - wanted.LowerCrowdingMm, 0, options.Seed);
        bool isBiteChanged = BiteChange.Apply(bodies, poses, wanted);
        if (isBiteChanged || wanted.UpperCrowdingMm + wanted.UpperSpacingMm + wanted.LowerCrowdingMm + wanted.LowerSpacingMm
            + Math.Abs(wanted.MidlineShiftMm) > 0)
        {
            Settling.Settle(bodies, poses);
        }

        ToothScatter.Apply(ideal, poses, wanted, options.Seed);
        OverlapRelaxation.Relax(bodies, ideal.Poses, poses, wanted);
        return poses;
    }
}
