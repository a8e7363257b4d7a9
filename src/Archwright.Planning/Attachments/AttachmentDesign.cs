using Archwright.Dental;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Size and form of one type of attachment: an outline with round corners at the crown, a flat top set in from it on each side.
/// A side set in by little is steep: a ledge or an end that a tray can push; one set in by much is a bevel.
/// </summary>
/// <param name="Type">The type.</param>
/// <param name="WidthMm">Along the arch.</param>
/// <param name="HeightMm">Along the tooth.</param>
/// <param name="DepthMm">Out of the crown.</param>
/// <param name="CornerMm">Radius of the outline's corners.</param>
/// <param name="Mesial">How far the top is set in on the mesial side, mm.</param>
/// <param name="Distal">On the distal side.</param>
/// <param name="Gingival">On the gingival side.</param>
/// <param name="Occlusal">On the occlusal side.</param>
public sealed record AttachmentDesign(
    AttachmentType Type,
    double WidthMm,
    double HeightMm,
    double DepthMm,
    double CornerMm,
    double Mesial,
    double Distal,
    double Gingival,
    double Occlusal)
{
    // a wall as steep as a tray comes off, tan 8°; a shoulder over which it slips on
    private const double Steep = 0.14;
    private const double Slip = 0.3;

    // the active face of an extrusion attachment leans 35° from the crown's normal: pushed, the tooth goes out and a little in
    private const double Active = 0.7;

    /// <summary>The design of a type from the preferences' sizes. Forms: engineering defaults (docs/algorithms/attachments.md).</summary>
    /// <param name="type">The type.</param>
    /// <param name="preferences">Sizes.</param>
    /// <param name="amount">Signed amount of the movement served: decides which end of a rotation attachment is steep.</param>
    public static AttachmentDesign Of(AttachmentType type, AttachmentPreferences preferences, double amount = 0)
    {
        double l = preferences.LengthMm;
        double w = preferences.WidthMm;
        double d = preferences.DepthMm;
        double steep = Steep * d;
        return type switch
        {
            AttachmentType.RectangularVertical => new(type, w, l, d, 0.2, steep, steep, steep, Slip * d),
            AttachmentType.Bevelled => new(type, l, w * 4 / 3, d, 0.25, steep, steep, steep, w * 0.9),
            AttachmentType.OptimisedExtrusion => new(type, l, w * 4 / 3, d, w * 0.6, Slip * d, Slip * d, Active * d, w * 0.5),
            // pushed at its end away from the side that turns out: mesial side out is a push from mesial on the facial surface
            AttachmentType.Rotation => new(
                type, l * 2 / 3, w, d * 0.8, 0.25, amount > 0 ? steep : l / 4, amount > 0 ? l / 4 : steep, steep, Slip * d),
            AttachmentType.RootControl => new(type, w * 0.8, l * 0.85, d, w * 0.4, steep, steep, Slip * d, Slip * d),
            AttachmentType.Retention => new(type, l, w, d, 0.25, steep, steep, steep, Slip * d),
            // high enough to be bitten on: its occlusal face is the shelf
            AttachmentType.BiteRamp => new(type, Math.Min(l, 3.5), w * 4 / 3, d * 2, 0.4, Slip * d, Slip * d, w, steep),
            _ => new(type, l, w, d, 0.2, steep, steep, steep, Slip * d),
        };
    }

    /// <summary>The same form at another size.</summary>
    public AttachmentDesign Scaled(double width, double height, double depth) => this with
    {
        WidthMm = WidthMm * width,
        HeightMm = HeightMm * height,
        DepthMm = DepthMm * depth,
        CornerMm = CornerMm * Math.Min(width, height),
        Mesial = Mesial * width,
        Distal = Distal * width,
        Gingival = Gingival * height,
        Occlusal = Occlusal * height,
    };
}
