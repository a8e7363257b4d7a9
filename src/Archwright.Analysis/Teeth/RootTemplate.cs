using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Root apex and centre of resistance of a tooth. From the tooth's own mesh where it holds the root, otherwise along the
/// crown's long axis by published mean root lengths (clinical.md 5.6). The centre of resistance lies at 40 % of the root's
/// length below the cervix in single-rooted teeth (1/3–1/2 from the crest: PMC3424837) and at the furcation, about a
/// quarter of the root's length, in molars (within 0.2 ± 1.8 mm of the trifurcation: clinical.md 4.5).
/// </summary>
internal static class RootTemplate
{
    private const double SingleRootShare = 0.40;
    private const double FurcationShare = 0.25;

    /// <summary>Centre of resistance and apex (mean of the apices), and where they come from.</summary>
    public static (Vec3 CenterOfResistance, Vec3 Apex, RootSource Source) Of(CrownShape shape, Vec3 cervix)
    {
        Vec3 axis = shape.Axes.Occlusal;
        double share = shape.Crown.Id.Class == ToothClass.Molar ? FurcationShare : SingleRootShare;
        if (!shape.HasRoot)
        {
            double length = ToothNorms.Of(shape.Crown.Id).RootLengthMm;
            return (cervix - (axis * (share * length)), cervix - (axis * length), RootSource.Template);
        }

        double bottom = shape.Local.Min(p => p.Z);
        Vec3 sum = Vec3.Zero;
        int count = 0;
        foreach (Vec3 p in shape.Local)
        {
            if (p.Z > bottom + (0.08 * (shape.Top - bottom)))
                continue;
            sum += p;
            count++;
        }

        Vec3 apex = shape.World(sum / count);
        return (Vec3.Lerp(cervix, apex, share), apex, RootSource.Mesh);
    }
}
