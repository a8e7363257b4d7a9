using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// The labelled faces of a tooth in its own axes. Points of it lie on the surface, not on its vertices: in a thinned scan those stand a millimetre apart, and the nearest
/// one is a third of that off. In a scan as scanners deliver it that makes no difference, so planning, which measures teeth by vertices, does without.
/// </summary>
internal sealed class CrownFaces
{
    // a ring and a half: enough for a quadric's six numbers, and little more than the summit (chosen on synthetic arches)
    private const double TipEdges = 1.5;
    private const double RidgeMm = 0.4;
    private const double WallMm = 1.5;
    private readonly TriangleMesh _mesh;
    private readonly Bvh _faces;
    private readonly double _edgeMm;

    private CrownFaces(TriangleMesh mesh)
    {
        _mesh = mesh;
        _faces = Bvh.Build(mesh);
        _edgeMm = RoughnessCheck.MedianEdge(mesh, [.. Enumerable.Range(0, mesh.TriangleCount)]);
        Vertices = mesh.Vertices.ToArray();
        Surface = SurfacePart.Of(mesh);
        Outline = CrownOutline.Of(Vertices);
    }

    /// <summary>The vertices: mesial, facial, occlusal.</summary>
    public Vec3[] Vertices { get; }

    /// <summary>The surface between them.</summary>
    public SurfacePart Surface { get; }

    /// <summary>How far it reaches.</summary>
    public CrownOutline Outline { get; }

    /// <summary>The surface of labelled faces in a tooth's axes.</summary>
    /// <param name="faces">The tooth's faces, scan frame; at least one.</param>
    /// <param name="frame">Its frame in the scan.</param>
    public static CrownFaces Of(TriangleMesh faces, ToothFrame frame) =>
        new(new TriangleMesh([.. faces.Vertices.ToArray().Select(frame.PointToLocal)], faces.Triangles.ToArray()));

    /// <summary>The point of the surface nearest to another.</summary>
    public Vec3 Nearest(Vec3 p) => _faces.Closest(p) is { IsHit: true } hit ? hit.Point : p;

    /// <summary>The outermost point of one side (1 facial, −1 lingual) at a place along the arch and a height; null where the surface has a hole there.</summary>
    public Vec3? Outermost(double x, double z, int side)
    {
        var outside = new Vec3(x, Outline.Middle.Y + (side * 2 * Outline.Depth), z);
        if (_faces.Raycast(outside, new Vec3(0, -side, 0)) is not { } hit)
            return null;

        // through a hole the ray meets the far wall, or the biting surface from below: further off than the vertices of the near one
        Vec3 wall = LandmarkFinder.SurfacePoint(Vertices, Outline, z, side);
        return Math.Abs(hit.Point.Y - wall.Y) < WallMm ? hit.Point : null;
    }

    /// <summary>The summit a vertex stands for: of the quadric through the vertices round it, where that has one near.</summary>
    /// <param name="vertex">The highest vertex of a cusp.</param>
    public Vec3 Tip(Vec3 vertex)
    {
        double reach = TipEdges * _edgeMm;
        List<int> near = [.. Enumerable.Range(0, Vertices.Length).Where(v => Vec3.Distance(Vertices[v], vertex) < reach)];
        Vec3 up = (vertex - new Vec3(Outline.Middle.X, Outline.Middle.Y, Outline.Top - CuspFinder.ApexDepthMm)).Normalized();
        Vec3 x = Vec3.UnitY.Reject(up).Normalized();
        var frame = (X: x, Y: Vec3.Cross(up, x), Z: up);
        Span<double> q = stackalloc double[6];
        if (near.Count <= q.Length || !Quadric.TryFit(_mesh, near, vertex, frame, q, out double _))
            return vertex;
        double determinant = (4 * q[3] * q[5]) - (q[4] * q[4]);
        if (q[3] >= 0 || determinant <= 0)
            return vertex;
        Vec3 way = (frame.X * (((q[4] * q[2]) - (2 * q[5] * q[1])) / determinant)) + (frame.Y * (((q[4] * q[1]) - (2 * q[3] * q[2])) / determinant));
        double most = reach / 2;
        return Nearest(vertex + (way.Length > most ? way * (most / way.Length) : way));
    }

    /// <summary>
    /// Where the crown turns from a proximal side to the occlusal one, furthest half-way between the two directions: the corner of a front tooth's edge, the marginal ridge of
    /// another in the middle third of its depth.
    /// </summary>
    /// <param name="side">1 mesial, −1 distal.</param>
    /// <param name="isAnterior">True for incisors and canines.</param>
    public Vec3 Ridge(int side, bool isAnterior)
    {
        Vec3[] part = isAnterior ? Vertices : Array.FindAll(Vertices, p => Math.Abs(p.Y - Outline.Middle.Y) < Outline.Depth / 6);
        part = part.Length > 0 ? part : Vertices;
        double Out(Vec3 p) => (side * p.X) + p.Z;
        double furthest = part.Max(Out);
        Vec3[] outer = Array.FindAll(part, p => Out(p) > furthest - RidgeMm);
        return Nearest(outer.Aggregate(Vec3.Zero, (sum, p) => sum + p) / outer.Length);
    }
}
