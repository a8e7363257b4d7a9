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
    private const double AdvanceMaxMm = 1.5;
    private const double StepMm = 0.1;

    /// <summary>Sets the reduction of each arch and returns the poses of the nearest arrangement.</summary>
    public static RigidTransform[][] Choose(
        ArchTemplate[] arches, IReadOnlyList<BiteAim> aims, TreatmentPreferences preferences, RunContext context)
    {
        while (true)
        {
            context.Cancel.ThrowIfCancellationRequested();
            double[][] parameters = TemplateFit.Fit(arches, aims, preferences.Setup.SpeeMm);
            RigidTransform[][] poses = [.. arches.Select((a, j) => a.Poses(parameters[j]))];
            bool more = false;
            for (int j = 0; j < arches.Length; j++)
            {
                double cap = Cap(arches[j], preferences.Ipr);
                if (arches[j].ReductionMm >= cap || !IsTight(arches[j], poses[j], preferences.Setup))
                    continue;
                arches[j].ReductionMm = Math.Min(cap, arches[j].ReductionMm + StepMm);
                more = true;
            }

            if (!more)
                return poses;
        }
    }

    // the arch's warning total, shared among its contacts, where that is less than the cap of one contact
    private static double Cap(ArchTemplate arch, IprPreferences ipr)
    {
        int contacts = 0;
        for (int i = 0; i + 1 < arch.Teeth.Count; i++)
            contacts += arch.MayReduce(i) ? 1 : 0;
        return contacts == 0 ? 0 : Math.Min(ipr.MaxPerContactMm, ipr.ArchWarnMm / contacts);
    }

    private static bool IsTight(ArchTemplate arch, RigidTransform[] poses, SetupPreferences preferences)
    {
        double advance = 0;
        int incisors = 0;
        var shifts = new Dictionary<int, double>();
        for (int i = 0; i < poses.Length; i++)
        {
            SetupTooth tooth = arch.Teeth[i];
            Vec3 shift = poses[i].Apply(tooth.Center) - tooth.Center;
            if (tooth.Tooth.Id.Class == ToothClass.Incisor)
            {
                advance -= shift.Y;
                incisors++;
            }

            shifts[tooth.Tooth.Id.ArchPlace] = shift.X;
        }

        if (incisors > 0 && advance / incisors > AdvanceMaxMm)
            return true;
        return Widened(shifts, 3) > preferences.CanineExpansionMaxMm
            || Widened(shifts, 4) > preferences.PremolarExpansionMaxMm
            || Widened(shifts, 5) > preferences.PremolarExpansionMaxMm
            || Widened(shifts, 6) > preferences.MolarExpansionMaxMm;
    }

    private static double Widened(Dictionary<int, double> shifts, int position) =>
        shifts.TryGetValue(position, out double left) && shifts.TryGetValue(-position, out double right) ? left - right : 0;
}
