using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>A scan laid out for the checks: mm, scan frame, with labels, normals and the places of its teeth.</summary>
internal sealed class CheckedScan
{
    public CheckedScan(string name, TriangleMesh mesh, MeshTopology topology, Jaw jaw, int[] labels)
    {
        Name = name;
        Mesh = mesh;
        Jaw = jaw;
        Labels = labels;
        Topology = topology;
        Normals = VertexNormals.Of(mesh);
        Bvh = Bvh.Build(mesh);
        Teeth = ToothPlace.Of(mesh, labels);
        VertexTooth = ToothOfVertices();
        Loops = [.. BoundaryLoops.Of(topology).OrderByDescending(l => l.LengthMm).ThenBy(l => l.Vertices[0])];
    }

    public string Name { get; }

    public TriangleMesh Mesh { get; }

    public MeshTopology Topology { get; }

    public Jaw Jaw { get; }

    /// <summary>FDI number per face, 0 = gingiva.</summary>
    public int[] Labels { get; }

    public Vec3[] Normals { get; }

    public Bvh Bvh { get; }

    public ToothPlace[] Teeth { get; }

    /// <summary>FDI number per vertex whose faces all belong to one tooth, 0 elsewhere.</summary>
    public int[] VertexTooth { get; }

    /// <summary>Border loops, the longest first: the scan's edge where the scan is open.</summary>
    public BoundaryLoop[] Loops { get; }

    public ToothPlace? Tooth(int fdi) => Array.Find(Teeth, t => t.Id.Fdi == fdi);

    /// <summary>The tooth at a place: most of the labels of the faces given, or the nearest crown within <paramref name="reachMm"/>.</summary>
    public ToothPlace? ToothAt(IEnumerable<int> faces, Vec3 at, double reachMm)
    {
        var votes = new SortedDictionary<int, int>();
        foreach (int f in faces)
        {
            if (Labels[f] != 0)
                votes[Labels[f]] = votes.GetValueOrDefault(Labels[f]) + 1;
        }

        if (votes.Count > 0)
            return Tooth(votes.MaxBy(v => v.Value).Key);
        ToothPlace? best = null;
        double least = reachMm;
        foreach (ToothPlace tooth in Teeth)
        {
            double d = tooth.DistanceMm(at);
            if (d < least)
                (least, best) = (d, tooth);
        }

        return best;
    }

    /// <summary>A defect at a place, with tooth and side where one is near.</summary>
    public ScanDefect Defect(
        string code, DefectSeverity severity, Vec3 at, Vec3 normal, IEnumerable<int> faces, double measured, double limit, string unit, string what)
    {
        ToothPlace? tooth = ToothAt(faces, at, 3);
        CrownSide? surface = tooth?.SurfaceAt(at, normal);
        string where = tooth is null ? "on the gum" : $"at {tooth.Id} {surface.ToString()!.ToLowerInvariant()}";
        return new ScanDefect(code, severity, Name, FormattableString.Invariant($"{what} {where}: {measured:0.##} {unit}, limit {limit:0.##}"))
        {
            Tooth = tooth?.Id,
            Surface = surface,
            At = at,
            Measured = measured,
            Limit = limit,
            Unit = unit,
        };
    }

    private int[] ToothOfVertices()
    {
        int[] tooth = new int[Mesh.VertexCount];
        for (int v = 0; v < tooth.Length; v++)
        {
            ReadOnlySpan<int> faces = Topology.FacesOf(v);
            tooth[v] = faces.Length == 0 ? 0 : Labels[faces[0]];
            foreach (int f in faces)
            {
                if (Labels[f] != tooth[v])
                    tooth[v] = 0;
            }
        }

        return tooth;
    }
}
