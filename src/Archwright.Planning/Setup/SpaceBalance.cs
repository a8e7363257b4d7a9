using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Setup;

/// <summary>
/// Decides how space that is lacking is made: first by the arch form within the expansion limits, then by enamel reduction,
/// alike at every contact of an arch, as little as brings the arch within its limits and at most the cap.
/// </summary>
internal static class SpaceBalance
{
    // incisors may be brought forward this far before enamel is taken; engineering default, no clinical source
    private const double AdvanceMaxMm = 2;

    // molars may be pushed back this far before enamel is taken; engineering default, no clinical source
    private const double DistalMaxMm = 1;
    private const double StepMm = 0.1;

    // levels are found again from the contacts at the levels found before; the second round changes them by little
    private const int ContactRounds = 2;

    /// <summary>Sets the reduction of each arch and returns the poses of the nearest arrangement.</summary>
    public static RigidTransform[][] Choose(
        ArchTemplate[] arches, IReadOnlyList<BiteAim> aims, IProximity proximity, TreatmentPreferences preferences, RunContext context)
    {
        double[][] first = TemplateFit.Fit(arches, aims, preferences.Setup.SpeeMm);
        for (int j = 0; j < arches.Length; j++)
            AngleAims.SetRotations(arches[j], arches[j].PresentRotations(first[j]));
        RigidTransform[][] poses = [.. arches.Select((a, j) => a.Poses(first[j]))];
        for (int round = 0; ; round++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            IReadOnlyList<BiteAim> contacts = aims.Count > 0 ? OcclusalContacts.At(arches[0], arches[1], poses, proximity, context) : [];
            double[][] parameters = TemplateFit.Fit(arches, [.. aims, .. contacts], preferences.Setup.SpeeMm);
            poses = [.. arches.Select((a, j) => a.Poses(parameters[j]))];
            bool more = round + 1 < ContactRounds;
            for (int j = 0; j < arches.Length; j++)
            {
                double cap = Cap(arches[j], preferences.Ipr);
                if (arches[j].ReductionMm >= cap || !IsTight(arches[j], poses[j], preferences.Expansion))
                    continue;
                arches[j].ReductionMm = Math.Min(cap, arches[j].ReductionMm + StepMm);
                more = true;
            }

            if (!more)
                return poses;
        }
    }

    // the least of the cap of one contact, the arch's warning total shared among its contacts, and what a tooth may lose: half of what
    // is taken at each of its contacts
    private static double Cap(ArchTemplate arch, IprPreferences ipr)
    {
        int contacts = 0;
        bool bothSides = false;
        for (int i = 0; i + 1 < arch.Teeth.Count; i++)
        {
            contacts += arch.MayReduce(i) ? 1 : 0;
            bothSides |= i > 0 && arch.MayReduce(i - 1) && arch.MayReduce(i);
        }

        double ofTooth = ipr.EnamelPerToothMm * (bothSides ? 1 : 2);
        return contacts == 0 ? 0 : Math.Min(ofTooth, Math.Min(ipr.MaxPerContactMm, ipr.ArchWarnMm / contacts));
    }

    // Held against what random displacement alone would show: a mean over n teeth is known to spread/√n.
    private static bool IsTight(ArchTemplate arch, RigidTransform[] poses, ExpansionPreferences preferences)
    {
        var forward = new List<double>();
        var distal = new List<double>();
        var outward = new SortedDictionary<int, double>();
        var sizes = new List<double>();
        for (int i = 0; i < poses.Length; i++)
        {
            SetupTooth tooth = arch.Teeth[i];
            Vec3 shift = poses[i].Apply(tooth.Tooth.CenterOfResistance) - tooth.Tooth.CenterOfResistance;
            sizes.Add(shift.Length);
            if (tooth.Tooth.Id.Class == ToothClass.Incisor)
                forward.Add(-shift.Y);
            if (tooth.Tooth.Id.Class == ToothClass.Molar)
                distal.Add(shift.Y);
            outward[tooth.Tooth.Id.ArchPlace] = shift.X;
        }

        sizes.Sort();
        double spread = sizes[sizes.Count / 2] / 1.5;
        if (forward.Count > 0 && forward.Average() > AdvanceMaxMm + (spread / Math.Sqrt(forward.Count)))
            return true;
        if (distal.Count > 0 && distal.Average() > DistalMaxMm + (spread / Math.Sqrt(distal.Count)))
            return true;
        var beyond = new List<double>();
        for (int position = 3; position <= 6; position++)
        {
            if (outward.TryGetValue(position, out double left) && outward.TryGetValue(-position, out double right))
                beyond.Add(left - right - Limit(position, preferences));
        }

        return beyond.Count > 0 && beyond.Average() > spread * Math.Sqrt(2.0 / beyond.Count);
    }

    private static double Limit(int position, ExpansionPreferences preferences) => position switch
    {
        3 => preferences.CanineMaxMm,
        4 or 5 => preferences.PremolarMaxMm,
        _ => preferences.MolarMaxMm,
    };
}
