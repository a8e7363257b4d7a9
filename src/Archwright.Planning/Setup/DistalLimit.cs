using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>
/// How far an upper molar may go back (<c>classTwo.distalisationMaxMm</c>). A side goes back no further than its molars: the limit is
/// theirs, and a canine that goes into the space of an extraction is not meant.
/// </summary>
internal static class DistalLimit
{
    /// <summary>The limit of a tooth, mm; infinite for any but an upper molar.</summary>
    public static double Of(Tooth tooth, ClassTwoPreferences preferences) =>
        tooth.Id.Jaw == Jaw.Upper && tooth.Id.Class == ToothClass.Molar ? preferences.DistalisationMaxMm : double.PositiveInfinity;

    /// <summary>The pose, brought forward along the tooth's own axis by what it lies too far back.</summary>
    public static RigidTransform Keep(Tooth tooth, RigidTransform pose, ClassTwoPreferences preferences)
    {
        double distal = Vec3.Dot(tooth.CenterOfResistance - pose.Apply(tooth.CenterOfResistance), tooth.Frame.Mesial);
        double excess = distal - Of(tooth, preferences);
        return excess <= 0 ? pose : pose with { Translation = pose.Translation + (tooth.Frame.Mesial * excess) };
    }
}
