using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Formats.Review;

/// <summary>
/// The movements of every tooth in every tray, worked out for the page, which computes no clinical number itself. Amounts are
/// decomposed by <see cref="Movement.Between"/> and held against <see cref="MovementLimits.Uses"/>, as the rules do it.
/// </summary>
internal static class ReviewMovements
{
    /// <summary>Numbers are shown with two digits; four are kept.</summary>
    private const int Digits = 4;

    /// <summary>Shares of a limit below this are rounding, not movement.</summary>
    private const double NoiseShare = 0.005;

    /// <summary>Movements of all teeth of a plan, in the plan's order. Linear in teeth × stages.</summary>
    public static ImmutableArray<ToothMovements> Of(PlanDocument plan) =>
        [.. plan.Teeth.Select(t => Of(t, plan.Stages, plan.Engine.Preferences.Velocity))];

    private static ToothMovements Of(PlanTooth planned, ImmutableArray<PlanStage> stages, VelocityPreferences limits)
    {
        Tooth tooth = PlanToothConversion.ToTooth(planned, TriangleMesh.Empty);
        RigidTransform At(int stage) => PoseConversion.ToTransform(stages[stage].Poses[planned.Fdi]);
        var trays = ImmutableArray.CreateBuilder<TrayMovement>();
        double peak = 0;
        int? peakStage = null;
        for (int k = 1; k < stages.Length; k++)
        {
            Movement tray = Movement.Between(tooth, At(k - 1), At(k));
            TrayMovement movement = Of(
                stages[k].Index, tray, Movement.Between(tooth, At(0), At(k)), MovementLimits.Uses(tooth.Id, tray, limits));
            if (movement.Share > peak)
                (peak, peakStage) = (movement.Share, movement.Stage);
            trays.Add(movement);
        }

        Movement total = stages.Length == 0 ? default : Movement.Between(tooth, At(0), At(stages.Length - 1));
        return new ToothMovements(
            planned.Fdi, tooth.Id.Class, Numbers(total), peak, peakStage, trays.ToImmutable());
    }

    private static TrayMovement Of(int stage, Movement tray, Movement soFar, ImmutableArray<LimitUse> uses)
    {
        // the first of equals wins, so that the order of the limits decides and not a last digit
        ImmutableArray<LimitUseRow> rows =
        [
            .. uses.Where(u => u.Share > NoiseShare)
                .Select(u => new LimitUseRow(u.Component, u.Type, Round(u.Measured), Round(u.Limit), Round(u.Share), u.Unit)),
        ];
        LimitUseRow? most = rows.IsEmpty ? null : rows.MaxBy(u => u.Share);
        return new TrayMovement(
            stage, Numbers(tray), Numbers(soFar), most?.Type, most?.Component, most?.Share ?? 0, rows);
    }

    private static MovementNumbers Numbers(Movement m) => new(
        Round(m.MesialMm),
        Round(m.FacialMm),
        Round(m.ExtrusionMm),
        Round(m.RotationDeg),
        Round(m.TipDeg),
        Round(m.TorqueDeg),
        Round(m.Crown.Length),
        Round(m.Apex.Length));

    private static double Round(double value) => Math.Round(value, Digits) + 0.0;
}

/// <summary>All of a tooth's movements.</summary>
internal sealed record ToothMovements(
    int Fdi,
    ToothClass ToothClass,
    MovementNumbers Total,
    double PeakShare,
    int? PeakStage,
    ImmutableArray<TrayMovement> Stages);

/// <summary>One tray's movement of a tooth; type and component belong to the limit it uses most, null where it stands.</summary>
internal sealed record TrayMovement(
    int Stage,
    MovementNumbers Tray,
    MovementNumbers SoFar,
    MovementType? Type,
    string? Component,
    double Share,
    ImmutableArray<LimitUseRow> Uses);

/// <summary>One limit and how much of it a tray uses.</summary>
internal sealed record LimitUseRow(
    string Component, MovementType Type, double Measured, double Limit, double Share, string Unit);

/// <summary>Components of a movement with clinical signs; crown and apex as lengths.</summary>
internal sealed record MovementNumbers(
    double MesialMm,
    double FacialMm,
    double ExtrusionMm,
    double RotationDeg,
    double TipDeg,
    double TorqueDeg,
    double CrownMm,
    double ApexMm);
