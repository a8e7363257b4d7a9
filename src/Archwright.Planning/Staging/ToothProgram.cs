using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Staging;

/// <summary>
/// One tooth's programme: its whole movement split by phase, and the stages in which each part runs at an even rate. The
/// split keeps what belongs to one plane together (displacement and angle), because a movement's type, and with it its limit,
/// follows from crown against apex in that plane.
/// </summary>
internal sealed record ToothProgram(
    Tooth Tooth, RigidTransform Target, MovementVector Total, ImmutableArray<MovementVector> Parts, ImmutableArray<Window> Windows)
{
    public const int PhaseCount = 4;

    /// <summary>A root movement whose crown point moves less than this is finishing; more than this, alignment needs it, mm.</summary>
    private const double CrownStandsMm = 0.5;

    /// <summary>Less than this (mm, degrees counted at 10 mm) is no movement.</summary>
    private const double NothingSize = 1e-3;

    /// <summary>True where the tooth is to move at all.</summary>
    public bool Moves => Tooth.IsMovable && Total.Size > NothingSize;

    /// <summary>The programme before its windows are set.</summary>
    /// <param name="tooth">The tooth.</param>
    /// <param name="target">Target pose.</param>
    /// <param name="closesSpace">True where its movement along the arch closes or shares out space, and can wait for it.</param>
    /// <param name="early">Phases whose parts join alignment because others wait for the room they make.</param>
    public static ToothProgram Split(Tooth tooth, RigidTransform target, bool closesSpace, ImmutableArray<Phase> early)
    {
        Movement whole = Movement.Between(tooth, RigidTransform.Identity, target);
        var total = MovementVector.Of(whole);
        MovementType mesiodistal = MovementLimits.PlaneType(whole.Crown.X, whole.Apex.X, MovementType.RootUprighting);
        MovementType faciolingual = MovementLimits.PlaneType(whole.Crown.Y, whole.Apex.Y, MovementType.Torque);
        bool rootsAlong = mesiodistal == MovementType.RootUprighting && Math.Abs(whole.Crown.X) <= CrownStandsMm;
        bool rootsAcross = faciolingual == MovementType.Torque && Math.Abs(whole.Crown.Y) <= CrownStandsMm;
        bool tipsAlong = mesiodistal == MovementType.CrownTipping;

        var along = new MovementVector(total.Mesial, 0, 0, 0, total.Tip, 0);
        var across = new MovementVector(0, total.Facial, 0, 0, 0, total.Torque);
        var parts = new MovementVector[PhaseCount];
        parts[(int)Phase.Level] = new MovementVector(0, 0, total.Extrusion, 0, 0, 0);
        parts[(int)Phase.Align] = new MovementVector(0, 0, 0, total.Rotation, 0, 0);
        Phase alongIn = rootsAlong ? Phase.Detail : closesSpace && !tipsAlong ? Phase.Space : Phase.Align;
        Phase acrossIn = rootsAcross ? Phase.Detail : Phase.Align;
        parts[(int)(early.Contains(alongIn) ? Phase.Align : alongIn)] += along;
        parts[(int)(early.Contains(acrossIn) ? Phase.Align : acrossIn)] += across;
        return new ToothProgram(tooth, target, total, [.. parts], [.. new Window[PhaseCount]]);
    }

    /// <summary>Where the programme wants the tooth at a stage time.</summary>
    public MovementVector At(double stage)
    {
        MovementVector at = default;
        for (int p = 0; p < PhaseCount; p++)
            at += Parts[p] * Windows[p].Progress(stage);
        return at;
    }

    /// <summary>Trays one phase's part needs when nothing else moves.</summary>
    public double Need(Phase phase, VelocityPreferences limits) => Parts[(int)phase].IsZero
        ? 0
        : StepLimit.Utilisation(Tooth, RigidTransform.Identity, Parts[(int)phase].Pose(Tooth), limits);

    /// <summary>True where no stage of the programme asks for more than a tray may give.</summary>
    public bool KeepsLimits(int trays, VelocityPreferences limits)
    {
        RigidTransform from = RigidTransform.Identity;
        for (int k = 1; k <= trays; k++)
        {
            RigidTransform to = At(k).Pose(Tooth);
            if (StepLimit.Utilisation(Tooth, from, to, limits) > StepLimit.MaxUtilisation)
                return false;
            from = to;
        }

        return true;
    }
}

/// <summary>A span of stage time: movement runs evenly from the end of stage <paramref name="Start"/> to the end of stage <paramref name="End"/>.</summary>
/// <param name="Start">Start, stages; need not be whole.</param>
/// <param name="End">End, stages.</param>
internal readonly record struct Window(double Start, double End)
{
    /// <summary>Share done at a stage time, 0–1.</summary>
    public double Progress(double stage) => stage >= End ? 1 : stage <= Start ? 0 : (stage - Start) / (End - Start);

    /// <summary>This window widened towards all of the trays: 0 leaves it, 1 makes it 0 … <paramref name="trays"/>.</summary>
    public Window Widened(double share, double trays) => new(Start * (1 - share), End + ((trays - End) * share));
}
