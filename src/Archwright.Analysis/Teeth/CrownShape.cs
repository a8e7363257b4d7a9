using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The points of a crown in trial axes: (mesial, facial, occlusal) coordinates from the crown's centroid. A tooth with its
/// root contributes only what lies within the norm's crown height of its occlusal-most point.
/// </summary>
internal sealed class CrownShape
{
    private CrownShape(LabelledCrown crown, Vec3 center, ToothSetting axes, Vec3[] local, bool[] isCrown, double top, double cervix)
    {
        Crown = crown;
        Center = center;
        Axes = axes;
        Local = local;
        IsCrown = isCrown;
        Top = top;
        Cervix = cervix;
    }

    public LabelledCrown Crown { get; }

    public Vec3 Center { get; }

    public ToothSetting Axes { get; }

    /// <summary>Local coordinates per vertex.</summary>
    public Vec3[] Local { get; }

    /// <summary>Per vertex: part of the crown, not of the root.</summary>
    public bool[] IsCrown { get; }

    /// <summary>Greatest occlusal coordinate.</summary>
    public double Top { get; }

    /// <summary>Occlusal coordinate of the cervix (mean of the border, or the foot of the crown part).</summary>
    public double Cervix { get; }

    /// <summary>True where the mesh holds a root: far higher than a crown.</summary>
    public bool HasRoot { get; private init; }

    public static CrownShape Of(LabelledCrown crown, ToothSetting axes)
    {
        Vec3 center = crown.Centroid;
        var local = new Vec3[crown.Mesh.VertexCount];
        double top = double.NegativeInfinity;
        double bottom = double.PositiveInfinity;
        for (int i = 0; i < local.Length; i++)
        {
            Vec3 d = crown.Mesh.Vertices[i] - center;
            local[i] = new Vec3(Vec3.Dot(d, axes.Mesial), Vec3.Dot(d, axes.Facial), Vec3.Dot(d, axes.Occlusal));
            top = Math.Max(top, local[i].Z);
            bottom = Math.Min(bottom, local[i].Z);
        }

        ToothNorms norms = ToothNorms.Of(crown.Id);
        bool hasRoot = crown.IsSeparated && top - bottom > 1.5 * norms.CrownHeightMm;
        double cervix = hasRoot ? top - norms.CrownHeightMm
            : crown.Margin.Length > 0 ? crown.Margin.Average(p => Vec3.Dot(p - center, axes.Occlusal))
            : bottom;
        var isCrown = new bool[local.Length];
        for (int i = 0; i < local.Length; i++)
            isCrown[i] = !hasRoot || local[i].Z >= cervix;
        return new CrownShape(crown, center, axes, local, isCrown, top, cervix) { HasRoot = hasRoot };
    }

    /// <summary>World point of a local one.</summary>
    public Vec3 World(Vec3 local) =>
        Center + (Axes.Mesial * local.X) + (Axes.Facial * local.Y) + (Axes.Occlusal * local.Z);
}
