using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Finds an attachment its place: designs from the one wanted to smaller and alternative ones, places from the one wanted outwards,
/// the first that lies on usable enamel and stays clear of everything in all its stages.
/// </summary>
internal static class AttachmentPlacement
{
    private const int PlacesTried = 40;
    private const double PlaceStepMm = 0.5;
    private const double ShallowShare = 0.75;

    // of the crown's height, from the gingival margin
    private const double MiddleShare = 0.5;
    private const double GingivalShare = 0.38;
    private const double ExtrusionShare = 0.45;

    /// <summary>The design, solid and place found; without a solid, what stood in the way.</summary>
    public readonly record struct Found(AttachmentDesign? Design, AttachmentSolid? Solid, string Obstacle);

    /// <summary>What a solid would cut.</summary>
    /// <param name="Words">Tooth, depth and stage.</param>
    /// <param name="InBite">True for a tooth of the other jaw: only places nearer the gingiva are out of its way for good.</param>
    public readonly record struct Obstacle(string Words, bool InBite);

    /// <summary>Places one phase on a crown's side.</summary>
    /// <param name="crown">The side, measured.</param>
    /// <param name="phase">What is needed.</param>
    /// <param name="preferences">Sizes and envelopes.</param>
    /// <param name="wantedV">Level of its middle along the tooth; null for the usual one of its type.</param>
    /// <param name="clears">Null where a solid stays clear, else what it would cut.</param>
    public static Found Place(
        CrownSurface crown, AttachmentPhase phase, AttachmentPreferences preferences, double? wantedV, Func<TriangleMesh, Obstacle?> clears)
    {
        string obstacle = $"no room: {crown.UsableAreaMm2:0} mm² of its surface can carry one";
        ToothLandmarks l = crown.Tooth.Landmarks;
        double middleU = 0.5 * (crown.Tooth.Frame.PointToLocal(l.MesialContact).X + crown.Tooth.Frame.PointToLocal(l.DistalContact).X);
        double v = wantedV ?? crown.MarginLevelMm + (crown.HeightMm * Share(phase));
        double highest = double.PositiveInfinity;
        foreach (AttachmentDesign design in Designs(phase, preferences))
        {
            var tried = new List<(double U, double V)>();
            foreach ((double u0, double v0) in crown.Places(design.WidthMm, design.HeightMm, middleU, v))
            {
                if (v0 > highest || tried.Exists(t => Math.Abs(t.U - u0) < PlaceStepMm && Math.Abs(t.V - v0) < PlaceStepMm))
                    continue;
                tried.Add((u0, v0));
                if (tried.Count > PlacesTried)
                    break;
                if (AttachmentSolid.At(crown, design, u0, v0) is not { } solid)
                    continue;
                if (clears(solid.Mesh) is not { } cut)
                    return new Found(design, solid, "");
                obstacle = cut.Words;
                if (cut.InBite)
                    highest = Math.Min(highest, v);
            }
        }

        return new Found(null, null, obstacle);
    }

    /// <summary>From the design wanted to ever smaller ones; alternatives only within their envelope (ATT-10).</summary>
    private static IEnumerable<AttachmentDesign> Designs(AttachmentPhase phase, AttachmentPreferences preferences)
    {
        AttachmentDesign wanted = AttachmentDesign.Of(phase.Type, preferences, phase.Amount);
        bool upright = phase.Type is AttachmentType.RectangularVertical or AttachmentType.RootControl;
        yield return wanted;
        yield return upright ? wanted.Scaled(1, 5.0 / 6, 1) : wanted.Scaled(5.0 / 6, 1, 1);
        yield return wanted.Scaled(1, 1, ShallowShare);
        if (phase.Type == AttachmentType.RectangularHorizontal && OnlyRotates(phase, preferences))
            yield return AttachmentDesign.Of(AttachmentType.Rotation, preferences, phase.Amount);
        if (phase.Type == AttachmentType.RectangularVertical && OnlyMovesRoot(phase, preferences))
            yield return AttachmentDesign.Of(AttachmentType.RootControl, preferences, phase.Amount);
        AttachmentDesign small = upright ? wanted.Scaled(0.8, 2.0 / 3, 1) : wanted.Scaled(2.0 / 3, 0.8, 1);
        yield return small;
        yield return small.Scaled(1, 1, ShallowShare);
    }

    private static bool OnlyRotates(AttachmentPhase phase, AttachmentPreferences preferences) =>
        phase.Demands.Length > 0
        && phase.Demands.All(d => d.Type == MovementType.Rotation && Math.Abs(d.Amount) <= preferences.RotationEnvelopeDeg);

    private static bool OnlyMovesRoot(AttachmentPhase phase, AttachmentPreferences preferences) =>
        phase.Demands.All(d => d.Type != MovementType.RootUprighting || Math.Abs(d.Amount) <= preferences.RootEnvelopeDeg);

    private static double Share(AttachmentPhase phase) => phase.Type switch
    {
        AttachmentType.OptimisedExtrusion or AttachmentType.Bevelled => ExtrusionShare,
        AttachmentType.RectangularHorizontal when phase.Serves is MovementType.Torque or MovementType.BodilyTranslation => GingivalShare,
        _ => MiddleShare,
    };
}
