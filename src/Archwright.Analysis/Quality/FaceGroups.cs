using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Groups of marked faces or vertices that hang together, as one defect each.</summary>
internal static class FaceGroups
{
    /// <summary>Marked faces that share a vertex, group by group, in order of their first face. O(faces).</summary>
    public static List<List<int>> OfFaces(MeshTopology topology, bool[] isMarked)
    {
        var groups = new List<List<int>>();
        var isDone = new bool[isMarked.Length];
        var open = new Stack<int>();
        for (int first = 0; first < isMarked.Length; first++)
        {
            if (!isMarked[first] || isDone[first])
                continue;
            var group = new List<int>();
            isDone[first] = true;
            open.Push(first);
            while (open.TryPop(out int face))
            {
                group.Add(face);
                Triangle t = topology.Mesh.Triangles[face];
                foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
                {
                    foreach (int g in topology.FacesOf(v))
                    {
                        if (!isMarked[g] || isDone[g])
                            continue;
                        isDone[g] = true;
                        open.Push(g);
                    }
                }
            }

            groups.Add(group);
        }

        return groups;
    }

    /// <summary>Marked vertices joined by edges, group by group. O(vertices).</summary>
    public static List<List<int>> OfVertices(MeshTopology topology, bool[] isMarked)
    {
        var groups = new List<List<int>>();
        var isDone = new bool[isMarked.Length];
        var open = new Stack<int>();
        for (int first = 0; first < isMarked.Length; first++)
        {
            if (!isMarked[first] || isDone[first])
                continue;
            var group = new List<int>();
            isDone[first] = true;
            open.Push(first);
            while (open.TryPop(out int vertex))
            {
                group.Add(vertex);
                foreach (int n in topology.NeighboursOf(vertex))
                {
                    if (!isMarked[n] || isDone[n])
                        continue;
                    isDone[n] = true;
                    open.Push(n);
                }
            }

            groups.Add(group);
        }

        return groups;
    }

    /// <summary>Area, centroid and mean normal of faces, and how far they reach from the centroid.</summary>
    public static (double AreaMm2, Vec3 Center, Vec3 Normal, double ReachMm) Measure(TriangleMesh mesh, List<int> faces)
    {
        Vec3 sum = Vec3.Zero;
        Vec3 normal = Vec3.Zero;
        double twice = 0;
        foreach (int f in faces)
        {
            Vec3 a = mesh.AreaVector(f);
            double length = a.Length;
            sum += mesh.FaceCenter(f) * length;
            normal += a;
            twice += length;
        }

        Vec3 center = twice > 0 ? sum / twice : mesh.FaceCenter(faces[0]);
        double reach = 0;
        foreach (int f in faces)
            reach = Math.Max(reach, Vec3.Distance(mesh.FaceCenter(f), center));
        return (twice / 2, center, normal.Normalized(), reach);
    }
}
