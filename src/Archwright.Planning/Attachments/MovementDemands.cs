using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Which movements of a tooth ask for an attachment. Each movement is read from the poses, relative to stage 0: its type in each
/// plane follows from crown against apex (<see cref="MovementLimits.PlaneType"/>), its amount is the greatest on the way, its trays
/// are those in which it changes by more than a small share of that amount. Which rows ask: requirements.csv VEL-10 … VEL-14,
/// ATT-03, ATT-06 … ATT-08; from where on: <see cref="AttachmentPreferences"/> (engineering defaults). O(stages).
/// </summary>
public static class MovementDemands
{
    /// <summary>Share of a movement that may be done before or after its trays.</summary>
    public const double SlackShare = 0.02;

    /// <summary>The demands of one tooth, in the order rotation, extrusion, intrusion, root, torque, bodily along and across.</summary>
    /// <param name="tooth">The tooth at stage 0.</param>
    /// <param name="poses">Its pose per stage, stage 0 first, in the tooth's frame of reference.</param>
    /// <param name="preferences">From where on a movement asks.</param>
    /// <param name="slackShare">Share of a movement that does not count for its first and last tray.</param>
    public static ImmutableArray<MovementDemand> Of(
        Tooth tooth, IReadOnlyList<RigidTransform> poses, AttachmentPreferences preferences, double slackShare = SlackShare)
    {
        ImmutableArray<Movement> ways = [.. poses.Select(p => Movement.Between(tooth, RigidTransform.Identity, p))];
        ImmutableArray<MovementType> along = [.. ways.Select(m => MovementLimits.PlaneType(m.Crown.X, m.Apex.X, MovementType.RootUprighting))];
        ImmutableArray<MovementType> across = [.. ways.Select(m => MovementLimits.PlaneType(m.Crown.Y, m.Apex.Y, MovementType.Torque))];
        var demands = ImmutableArray.CreateBuilder<MovementDemand>();

        void Add(
            MovementType type, Func<Movement, double> amount, Func<int, bool> counts, string unit, double threshold, string option, bool isAlongArch = false)
        {
            int peak = 0;
            for (int k = 1; k < ways.Length; k++)
            {
                if (counts(k) && Math.Abs(amount(ways[k])) > (peak == 0 ? 0 : Math.Abs(amount(ways[peak]))))
                    peak = k;
            }

            if (peak == 0 || Math.Abs(amount(ways[peak])) < threshold)
                return;
            double slack = slackShare * Math.Abs(amount(ways[peak]));
            int from = 1;
            while (from < peak && Math.Abs(amount(ways[from])) <= slack)
                from++;
            int to = ways.Length - 1;
            while (to > from && Math.Abs(amount(ways[to - 1]) - amount(ways[^1])) <= slack)
                to--;
            demands.Add(new MovementDemand(
                type, isAlongArch, amount(ways[peak]), unit, threshold, "attachments." + option, from, to));
        }

        bool isRound = tooth.Id.Class is ToothClass.Canine or ToothClass.Premolar;
        Add(MovementType.Rotation, m => m.RotationDeg, _ => isRound, "deg", preferences.RotationFromDeg, "rotationFromDeg");
        Add(MovementType.Extrusion, m => m.ExtrusionMm, k => ways[k].ExtrusionMm > 0, "mm", preferences.ExtrusionFromMm, "extrusionFromMm");
        Add(MovementType.Intrusion, m => m.ExtrusionMm, k => ways[k].ExtrusionMm < 0, "mm", preferences.IntrusionFromMm, "intrusionFromMm");
        Add(
            MovementType.RootUprighting,
            m => m.TipDeg,
            k => along[k] == MovementType.RootUprighting,
            "deg",
            preferences.RootMovementFromDeg,
            "rootMovementFromDeg");
        bool isIncisor = tooth.Id.Class == ToothClass.Incisor;
        Add(
            MovementType.Torque,
            m => m.TorqueDeg,
            k => across[k] == MovementType.Torque,
            "deg",
            isIncisor ? preferences.RootMovementFromDeg : preferences.TorqueFromDeg,
            isIncisor ? "rootMovementFromDeg" : "torqueFromDeg");
        Add(
            MovementType.BodilyTranslation,
            m => m.MesialMm,
            k => along[k] == MovementType.BodilyTranslation,
            "mm",
            preferences.BodilyFromMm,
            "bodilyFromMm",
            isAlongArch: true);
        Add(
            MovementType.BodilyTranslation,
            m => m.FacialMm,
            k => across[k] == MovementType.BodilyTranslation,
            "mm",
            preferences.BodilyAcrossFromMm,
            "bodilyAcrossFromMm");
        return demands.ToImmutable();
    }

    /// <summary>The movements of a tooth that ask for an attachment on its own crown.</summary>
    /// <param name="tooth">The tooth at stage 0.</param>
    /// <param name="poses">Its pose per stage, or where it shall pass, stage 0 first.</param>
    /// <param name="preferences">From where on a movement asks.</param>
    public static IEnumerable<MovementDemand> OnItsOwnCrown(Tooth tooth, IReadOnlyList<RigidTransform> poses, AttachmentPreferences preferences) =>
        Of(tooth, poses, preferences).Where(d => AttachmentChoice.NeedsAttachment(tooth.Id, d));
}
