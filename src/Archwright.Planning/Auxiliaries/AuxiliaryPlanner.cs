using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Auxiliaries;

/// <summary>
/// Plans what stands beside trays and attachments, from the start where the movement needs it (ATT-13, VEL-12): extrusion elastics
/// with button and cut-out where a posterior tooth extrudes; Class II elastics where the Class II protocol has them; power ridges for an
/// incisor's torque; pontics in spaces that stay open; bite ramps by the overbite of each stage (OCC-04). Each names tooth, stages and
/// cause. Triggers: preferences, else engineering defaults named at their constants. Occlusal frame, mm. O(teeth · stages).
/// </summary>
public static class AuxiliaryPlanner
{
    // half a premolar: a narrower space shows no gap worth filling (clinical.md 3.3, M, unverified)
    private const double PonticFromMm = 3.5;

    // less distal movement than this needs no elastics. Engineering default, no clinical source
    private const double DistalFromMm = 0.5;

    /// <summary>The auxiliaries of a plan, in order of tooth, first stage and kind.</summary>
    /// <param name="measured">The case, occlusal frame.</param>
    /// <param name="staging">Its staged poses and strategy.</param>
    /// <param name="preferences">Thresholds and protocols.</param>
    public static ImmutableArray<PlanAuxiliary> Run(MeasuredCase measured, StagingResult staging, TreatmentPreferences preferences)
    {
        if (staging.Stages.Length < 2)
            return [];
        IEnumerable<PlanAuxiliary> all = ExtrusionElastics(measured, staging, preferences)
            .Concat(ClassTwoElastics(measured, staging, preferences))
            .Concat(PowerRidges(measured, staging, preferences))
            .Concat(Pontics(measured, staging))
            .Concat(BiteRampTiming.Of(measured, staging, preferences.BiteRamps).Select(r => Entry(r.Tooth, "bite-ramp", r.From, r.To, r.Cause)));
        // two reasons for one button on one tooth make one button, worn as long as either needs it
        return
        [
            .. all.GroupBy(a => (a.Fdi, a.Type))
                .Select(g => g.First() with
                {
                    From = g.Min(a => a.From),
                    To = g.Max(a => a.To),
                    Cause = string.Join("; ", g.Select(a => a.Cause).Distinct(StringComparer.Ordinal)),
                })
                .OrderBy(a => ToothId.FromFdi(a.Fdi)).ThenBy(a => a.From).ThenBy(a => a.Type, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// A premolar or molar cannot be pulled by a tray alone: an elastic from stage 1 to the tray in which it stands highest, or to the last
    /// that extrudes it by more than noise: a tooth may rise again by a tip or torque that follows. What it rises counts, not only where it
    /// ends: one that is tipped on its way rises in its own axes and its height may stay.
    /// </summary>
    private static IEnumerable<PlanAuxiliary> ExtrusionElastics(MeasuredCase measured, StagingResult staging, TreatmentPreferences preferences)
    {
        foreach (Tooth tooth in measured.Teeth.Where(t => !t.Id.IsAnterior))
        {
            double[] extruded = [.. staging.Stages.Select(s => Movement.Between(tooth, RigidTransform.Identity, s[tooth.Id]).ExtrusionMm)];
            double[] rises = [.. Rises(tooth, staging)];
            double most = Math.Max(extruded.Max(), rises.Sum());
            if (most <= preferences.Checks.PosteriorExtrusionFreeMm)
                continue;
            // to the very top: a tooth may creep there by hundredths of a millimetre, and MOV007 asks for the elastic all that time
            int last = Math.Max(Array.IndexOf(extruded, extruded.Max()), 1 + Array.FindLastIndex(rises, r => r > 0));
            string cause = $"{tooth.Id} extrudes {most:0.00} mm (over checks.posteriorExtrusionFreeMm {preferences.Checks.PosteriorExtrusionFreeMm:0.0#}): "
                + "posterior extrusion needs auxiliaries from the start (VEL-12)";
            yield return Entry(tooth.Id, "extrusion-elastic", 1, last, cause);
            yield return Entry(tooth.Id, "button", 1, last, $"holds the extrusion elastic: {cause}");
            yield return Entry(tooth.Id, "button-cut-out", 1, last, $"the tray is cut out round the button: {cause}");
        }
    }

    // what each tray extrudes the tooth by, in its own axes there; noise is nothing
    private static IEnumerable<double> Rises(Tooth tooth, StagingResult staging)
    {
        for (int k = 1; k < staging.Stages.Length; k++)
        {
            double rise = Movement.Between(tooth, staging.Stages[k - 1][tooth.Id], staging.Stages[k][tooth.Id]).ExtrusionMm;
            yield return rise > StepLimit.PosteriorNoiseMm ? rise : 0;
        }
    }

    /// <summary>Upper canine to lower first molar on each side whose upper teeth go distally, for as long as they do.</summary>
    private static IEnumerable<PlanAuxiliary> ClassTwoElastics(MeasuredCase measured, StagingResult staging, TreatmentPreferences preferences)
    {
        ClassTwoStrategy strategy = staging.Strategy.ClassTwo;
        if (!preferences.ClassTwo.Elastics || strategy == ClassTwoStrategy.None || measured.Upper is not { } upper || measured.Lower is not { } lower)
            yield break;
        foreach (bool right in new[] { true, false })
        {
            Tooth? hook = upper.Teeth.FirstOrDefault(t => t.Id.IsRight == right && t.Id.Position == 3 && !t.Id.IsPrimary);
            Tooth? molar = lower.Teeth.FirstOrDefault(t => t.Id.IsRight == right && t.Id.Position == 6);
            if (hook is null || molar is null)
                continue;
            double[] distal = [.. staging.Stages.Select(s => upper.Teeth
                .Where(t => t.Id.IsRight == right && t.Id.Position >= 3)
                .Max(t => -Movement.Between(t, RigidTransform.Identity, s[t.Id]).MesialMm))];
            bool distalises = distal.Max() >= DistalFromMm;
            if (strategy == ClassTwoStrategy.SequentialDistalisation && !distalises)
                continue;
            int last = strategy == ClassTwoStrategy.SequentialDistalisation ? LastDistal(upper, staging, right) : staging.Stages.Length - 1;
            string cause = $"Class II by {Words(strategy)}: elastics from {hook.Id} to {molar.Id} from the start (classTwo.elastics, ANC-05)";
            yield return Entry(hook.Id, "class-two-elastic", 1, last, cause);
            yield return Entry(hook.Id, "hook-cut-out", 1, last, $"a hook in the tray for the elastic: {cause}");
            yield return Entry(molar.Id, "class-two-elastic", 1, last, cause);
            yield return Entry(molar.Id, "button", 1, last, $"holds the elastic: {cause}");
            yield return Entry(molar.Id, "button-cut-out", 1, last, $"the tray is cut out round the button: {cause}");
        }
    }

    private static int LastDistal(MeasuredArch upper, StagingResult staging, bool right)
    {
        for (int k = staging.Stages.Length - 1; k > 1; k--)
        {
            bool moves = upper.Teeth.Where(t => t.Id.IsRight == right && t.Id.Position >= 3).Any(t =>
                Movement.Between(t, staging.Stages[k - 1][t.Id], staging.Stages[k][t.Id]).MesialMm < -0.02);
            if (moves)
                return k;
        }

        return 1;
    }

    /// <summary>An incisor's torque: a ridge in the tray near the gingiva, in place of an attachment (clinical.md 3.3, M, unverified).</summary>
    private static IEnumerable<PlanAuxiliary> PowerRidges(MeasuredCase measured, StagingResult staging, TreatmentPreferences preferences)
    {
        foreach (Tooth tooth in measured.Teeth.Where(t => t.Id.Class == ToothClass.Incisor))
        {
            MovementDemand? torque = MovementDemands.Of(tooth, [.. staging.Stages.Select(s => s[tooth.Id])], preferences.Attachments)
                .FirstOrDefault(d => d.Type == MovementType.Torque);
            if (torque is not null)
            {
                yield return Entry(
                    tooth.Id,
                    "power-ridge",
                    torque.From,
                    torque.To,
                    $"{torque.Words}, over {torque.Preference} {torque.Threshold:0.0#}: ridge on the {(torque.Amount > 0 ? "facial" : "lingual")} side near the gingiva");
            }
        }
    }

    /// <summary>A space of a missing tooth that is open: a tooth of colour in the tray while it is wide enough to show.</summary>
    private static IEnumerable<PlanAuxiliary> Pontics(MeasuredCase measured, StagingResult staging)
    {
        foreach (MeasuredArch arch in measured.Arches)
        {
            foreach (Contact contact in arch.Contacts.Where(c => !c.AreAdjacent && c.GapMm >= PonticFromMm))
            {
                // behind the first molars nothing shows
                if (Math.Min(contact.A.Position, contact.B.Position) > 5)
                    continue;
                Tooth a = arch.Teeth.First(t => t.Id == contact.A);
                Tooth b = arch.Teeth.First(t => t.Id == contact.B);
                int to = 0;
                while (to + 1 < staging.Stages.Length && Space(a, b, staging, to + 1) >= PonticFromMm)
                    to++;
                if (to < 1)
                    continue;
                yield return Entry(
                    a.Id,
                    "pontic",
                    1,
                    to,
                    $"space between {a.Id} and {b.Id} is {Space(a, b, staging, 0):0.0} mm at the start and {Space(a, b, staging, to):0.0} mm at stage {to}; a pontic from "
                        + $"{PonticFromMm:0.0} mm on (engineering default)");
            }
        }
    }

    /// <summary>Distance of the contact points that face each other, mm.</summary>
    private static double Space(Tooth a, Tooth b, StagingResult staging, int stage)
    {
        Vec3 Facing(Tooth t, Vec3 other)
        {
            ToothLandmarks l = t.Landmarks.Moved(staging.Stages[stage][t.Id]);
            return Vec3.Distance(l.MesialContact, other) < Vec3.Distance(l.DistalContact, other) ? l.MesialContact : l.DistalContact;
        }

        Vec3 middleA = staging.Stages[stage][a.Id].Apply(a.Frame.Origin);
        Vec3 middleB = staging.Stages[stage][b.Id].Apply(b.Frame.Origin);
        return Vec3.Distance(Facing(a, middleB), Facing(b, middleA));
    }

    private static string Words(ClassTwoStrategy strategy) => strategy switch
    {
        ClassTwoStrategy.SequentialDistalisation => "sequential distalisation",
        ClassTwoStrategy.BiteJump => "bite jump",
        _ => "elastics",
    };

    private static PlanAuxiliary Entry(ToothId tooth, string type, int from, int to, string cause) => new()
    {
        Fdi = tooth.Fdi,
        Type = type,
        From = from,
        To = to,
        Cause = cause,
    };
}
