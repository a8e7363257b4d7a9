using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>One tooth's programme: its whole movement in parts, and the stages in which each part runs at an even rate.</summary>
internal sealed record ToothProgram(
    Tooth Tooth, RigidTransform Target, MovementVector Total, ImmutableArray<ToothPart> Parts, ImmutableArray<Window> Windows)
{
    private const double CrownStandsMm = FinishingPhase.CrownStandsMm;

    /// <summary>A crown that a root movement would displace by less is not set right beforehand: below what a scan can tell, mm.</summary>
    private const double ShiftWorthMm = 0.05;

    /// <summary>Less than this (mm, degrees counted at 10 mm) is no movement.</summary>
    private const double NothingSize = 1e-3;

    /// <summary>What rounding leaves of a component nobody asked for.</summary>
    private const double DustSize = 1e-10;

    /// <summary>True where the tooth is to move at all.</summary>
    public bool Moves => Tooth.IsMovable && Total.Size > NothingSize;

    /// <summary>
    /// False for a premolar or molar whose own way extrudes it by no more than needs no auxiliary: then no tray extrudes it by more than noise (VEL-12).
    /// </summary>
    public bool MayExtrude { get; init; } = true;

    /// <summary>How far back a detour may take it, mm: no further than the limit of distalisation, or than its target.</summary>
    public double MostDistalMm { get; init; } = double.PositiveInfinity;

    /// <summary>The tooth stands still through this stage, as an anchor whose turn has not come.</summary>
    public int HeldUntil { get; init; }

    /// <summary>
    /// The tooth is not pushed aside through this stage either: as an anchor, or since a detour would begin the movement its attachment is
    /// to serve; a turn is begun by none.
    /// </summary>
    public int KeepsPlaceUntil => Math.Max(
        HeldUntil, Parts.Where(p => p.IsAlong || p.IsAcross || p.IsVertical).Select(p => p.WaitsUntil).DefaultIfEmpty(0).Max());

    /// <summary>Share of its way each part really goes before the next may start; below the preference where limits demand it.</summary>
    public double LeadShare { get; init; }

    /// <summary>How far its parts reach beyond the share of trays their phase has: 0 not at all, 1 over all trays.</summary>
    public double Widening { get; init; }

    /// <summary>Which time of its windows the plan has reached at a stage.</summary>
    public StageClock Clock { get; init; } = StageClock.Even;

    /// <summary>The programme before its windows are set.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="target">Target pose.</param>
    /// <param name="closesSpace">True where its movement along the arch closes or shares out space, and can wait for it.</param>
    /// <param name="early">Phases whose parts join alignment because others wait for the room they make.</param>
    /// <param name="preferences">Order of the movements of one tooth, limits.</param>
    public static ToothProgram Split(
        Tooth tooth, RigidTransform target, bool closesSpace, ImmutableArray<StagingPhase> early, TreatmentPreferences preferences)
    {
        Movement whole = Movement.Between(tooth, RigidTransform.Identity, target);
        var total = MovementVector.Of(whole);
        MovementType mesiodistal = MovementLimits.PlaneType(whole.Crown.X, whole.Apex.X, MovementType.RootUprighting);
        MovementType faciolingual = MovementLimits.PlaneType(whole.Crown.Y, whole.Apex.Y, MovementType.Torque);
        VelocityPreferences limits = preferences.Velocity;
        bool rootsAlong = mesiodistal == MovementType.RootUprighting && Math.Abs(whole.Crown.X) <= CrownStandsMm
            && Math.Abs(total.Tip) <= FinishingPhase.MostTrays * limits.RootUprightingDeg;
        bool rootsAcross = faciolingual == MovementType.Torque && Math.Abs(whole.Crown.Y) <= CrownStandsMm
            && Math.Abs(total.Torque) <= FinishingPhase.MostTrays * limits.TorqueDeg;
        StagingPhase alongIn = rootsAlong ? StagingPhase.Detail
            : closesSpace && mesiodistal != MovementType.CrownTipping ? StagingPhase.Space : StagingPhase.Align;
        StagingPhase acrossIn = rootsAcross ? StagingPhase.Detail : StagingPhase.Align;
        // What comes before the final rotation (STG-06) cannot wait for finishing.
        bool turns = Math.Abs(total.Rotation) > RotationLimit(tooth, preferences.Velocity);
        if (turns && BeforeRotation(MicroMovement.Torque, preferences) && acrossIn == StagingPhase.Detail)
            acrossIn = StagingPhase.Align;
        if (turns && BeforeRotation(MicroMovement.Tip, preferences) && alongIn == StagingPhase.Detail)
            alongIn = StagingPhase.Align;

        var parts = ImmutableArray.CreateBuilder<ToothPart>(6);
        void Add(MicroMovement kind, StagingPhase phase, MovementVector by)
        {
            if (by.Size > DustSize)
                parts.Add(new ToothPart(kind, early.Contains(phase) ? StagingPhase.Align : phase, by));
        }

        Add(
            total.Extrusion < 0 ? MicroMovement.Intrusion : MicroMovement.Extrusion,
            StagingPhase.Level,
            new MovementVector(0, 0, total.Extrusion, 0, 0, 0));
        // The crown is set right while all crowns are; what waits for finishing is the root alone, and needs no room among the crowns.
        double shiftAlong = CrownShift(alongIn, whole.Crown.X, total.Mesial);
        double shiftAcross = CrownShift(acrossIn, whole.Crown.Y, total.Facial);
        Add(MicroMovement.Translation, closesSpace ? StagingPhase.Space : StagingPhase.Align, new MovementVector(shiftAlong, 0, 0, 0, 0, 0));
        Add(
            Displaces(mesiodistal, whole.Crown.X, whole.Apex.X) ? MicroMovement.Translation : MicroMovement.Tip,
            alongIn,
            new MovementVector(total.Mesial - shiftAlong, 0, 0, 0, total.Tip, 0));
        Add(MicroMovement.Translation, StagingPhase.Align, new MovementVector(0, shiftAcross, 0, 0, 0, 0));
        Add(
            Displaces(faciolingual, whole.Crown.Y, whole.Apex.Y) ? MicroMovement.Translation : MicroMovement.Torque,
            acrossIn,
            new MovementVector(0, total.Facial - shiftAcross, 0, 0, 0, total.Torque));
        Add(MicroMovement.Rotation, StagingPhase.Align, new MovementVector(0, 0, 0, total.Rotation, 0, 0));
        return new ToothProgram(tooth, target, total, parts.ToImmutable(), [.. new Window[parts.Count]])
        {
            MayExtrude = tooth.Id.IsAnterior || Extrudes(tooth, total, preferences),
            MostDistalMm = Math.Max(DistalLimit.Of(tooth, preferences.ClassTwo), -total.Mesial),
        };
    }

    /// <summary>
    /// What of a movement belongs to one part: its own components; the angle alone tells how far a root has moved, and where the crown
    /// was shifted before, what the angle does not carry along is the shift.
    /// </summary>
    /// <param name="part">Place of the part.</param>
    /// <param name="movement">A movement of the tooth.</param>
    public MovementVector Own(int part, MovementVector movement)
    {
        MovementVector by = Parts[part].By;
        if (by.IsZero)
            return default;
        ToothPart? root = Parts.FirstOrDefault(p => p != Parts[part] && SamePlane(p, Parts[part]) && !p.IsShift);
        if (Parts[part].IsShift && root is not null)
        {
            double turned = root.IsAlong ? movement.Tip / root.By.Tip : movement.Torque / root.By.Torque;
            movement -= root.By * turned;
        }
        else if (Parts[part].Phase == StagingPhase.Detail || Parts.Any(p => p != Parts[part] && SamePlane(p, Parts[part])))
        {
            // A root moves by its angle.
            return by * (Parts[part].IsAlong ? movement.Tip / by.Tip : movement.Torque / by.Torque);
        }

        return new MovementVector(
            by.Mesial != 0 ? movement.Mesial : 0,
            by.Facial != 0 ? movement.Facial : 0,
            by.Extrusion != 0 ? movement.Extrusion : 0,
            by.Rotation != 0 ? movement.Rotation : 0,
            by.Tip != 0 ? movement.Tip : 0,
            by.Torque != 0 ? movement.Torque : 0);
    }

    /// <summary>How much of a part a movement has gone, 0–1 and beyond.</summary>
    /// <param name="part">Place of the part.</param>
    /// <param name="movement">Where the tooth stands.</param>
    public double Progress(int part, MovementVector movement)
    {
        MovementVector whole = Own(part, Parts[part].By);
        return MovementVector.Dot(Own(part, movement), whole) / MovementVector.Dot(whole, whole);
    }

    /// <summary>Where the programme wants the tooth at a stage time.</summary>
    public MovementVector At(double stage)
    {
        MovementVector at = default;
        double time = Clock.TimeAt(stage);
        for (int p = 0; p < Parts.Length; p++)
            at += Parts[p].By * Windows[p].Progress(time);
        return at;
    }

    /// <summary>Share of a part's way the programme wants done at a stage.</summary>
    public double Wanted(int part, int stage) => Windows[part].Progress(Clock.TimeAt(stage));

    /// <summary>Stages a part runs in.</summary>
    public int StagesOf(int part) => Clock.StageBy(Math.Ceiling(Windows[part].End)) - Clock.StageBy(Windows[part].Start);

    /// <summary>A place off the programme's way, brought forward by what it lies too far back.</summary>
    public MovementVector Within(MovementVector at) => at.Mesial >= -MostDistalMm ? at : at with { Mesial = -MostDistalMm };

    /// <summary>Trays some parts together need when nothing else moves.</summary>
    public double Need(IEnumerable<int> parts, VelocityPreferences limits)
    {
        MovementVector sum = default;
        foreach (int p in parts)
            sum += Parts[p].By;
        return sum.IsZero
            ? 0
            : StepLimit.Utilisation(Tooth, RigidTransform.Identity, sum.Pose(Tooth), limits);
    }

    /// <summary>Trays one part needs when nothing else moves.</summary>
    public double Need(int part, VelocityPreferences limits) => Need([part], limits);

    /// <summary>True where no stage of the programme asks for more than a tray may give.</summary>
    public bool KeepsLimits(int trays, VelocityPreferences limits)
    {
        RigidTransform from = RigidTransform.Identity;
        for (int k = 1; k <= trays; k++)
        {
            RigidTransform to = At(k).Pose(Tooth);
            if (to != from && StepLimit.Utilisation(Tooth, from, to, limits, MayExtrude) > StepLimit.MaxUtilisation)
                return false;
            from = to;
        }

        return true;
    }

    private static bool SamePlane(ToothPart a, ToothPart b) => (a.IsAlong && b.IsAlong) || (a.IsAcross && b.IsAcross);

    // Crown and apex go the same way: the tooth is displaced more than it is inclined.
    private static bool Displaces(MovementType type, double crown, double apex) =>
        type == MovementType.BodilyTranslation || (type == MovementType.Translation && crown * apex > 0);

    // Read at each tray's own axes: a tooth that tips on its way rises a little even where its centre keeps its height.
    private static bool Extrudes(Tooth tooth, MovementVector total, TreatmentPreferences preferences)
    {
        int trays = (int)Math.Ceiling(StepLimit.Utilisation(tooth, RigidTransform.Identity, total.Pose(tooth), preferences.Velocity)) + 1;
        RigidTransform from = RigidTransform.Identity;
        double rises = 0;
        for (int k = 1; k <= trays; k++)
        {
            RigidTransform to = (total * ((double)k / trays)).Pose(tooth);
            rises += Math.Max(0, Movement.Between(tooth, from, to).ExtrusionMm);
            from = to;
        }

        return rises > preferences.Checks.PosteriorExtrusionFreeMm;
    }

    private static bool BeforeRotation(MicroMovement movement, TreatmentPreferences preferences)
    {
        ImmutableArray<MicroMovement> order = preferences.Staging.MicroOrder;
        int place = order.IndexOf(movement);
        return place >= 0 && order.IndexOf(MicroMovement.Rotation) > place;
    }

    // Where the root would take the tooth back the way the crown was shifted, the two stay one movement: no tooth goes there and back.
    private static double CrownShift(StagingPhase rootIn, double crownMm, double centerMm) =>
        rootIn == StagingPhase.Detail && Math.Abs(crownMm) > ShiftWorthMm && crownMm * (centerMm - crownMm) >= 0 ? crownMm : 0;

    private static double RotationLimit(Tooth tooth, VelocityPreferences limits) => tooth.Id.Class switch
    {
        ToothClass.Incisor => limits.RotationIncisorDeg,
        ToothClass.Molar => limits.RotationMolarDeg,
        _ => limits.RotationCaninePremolarDeg,
    };
}
