using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Mutations.Forms;

/// <summary>Separated teeth that are no closed crowns, or stand where none can.</summary>
internal static class SeparatedDamage
{
    public static Blow[] Blows { get; } =
    [
        On("thrown far", (mesh, r) => Moved(mesh, Rotation.Identity, Pick.Direction(r) * r.Uniform(3, 80))),
        On("thrown a little", (mesh, r) => Moved(mesh, Pick.Turn(r, 20), Pick.Direction(r) * r.Uniform(0, 3))),
        On("turned any way", (mesh, r) => Moved(mesh, Pick.Turn(r, 180), Vec3.Zero)),
        On("inside out", (mesh, _) => mesh.Flipped()),
        On("open", (mesh, r) => Submesh.Of(mesh, _ => r.Next(20) != 0).Mesh),
        On("half of it", (mesh, r) => Half(mesh, Pick.Direction(r))),
        On("a cube", (mesh, _) => Moved(TestShapes.Cube(8), Rotation.Identity, mesh.Bounds.Center)),
        On("a sphere", (mesh, _) => Moved(TestShapes.Sphere(4), Rotation.Identity, mesh.Bounds.Center)),
        On("a torus", (mesh, _) => Moved(TestShapes.Torus(4, 1), Rotation.Identity, mesh.Bounds.Center)),
        On("a sheet", (mesh, _) => Moved(TestShapes.Sheet(8), Rotation.Identity, mesh.Bounds.Center)),
        On("flat", (mesh, _) => Shaped(mesh, p => new Vec3(p.X, p.Y, 0))),
        On("a needle", (mesh, _) => Shaped(mesh, p => new Vec3(p.X * 0.01, p.Y * 0.01, p.Z))),
        On("one face", (_, _) => new TriangleMesh([new(0, 0, 0), new(8, 0, 0), new(0, 8, 0)], [new(0, 1, 2)])),
        On("no face", (_, _) => TriangleMesh.Empty),
        On("twice as large", (mesh, _) => Shaped(mesh, p => p * 2)),
        On("a tenth as large", (mesh, _) => Shaped(mesh, p => p * 0.1)),
        On("mirrored", (mesh, _) => Shaped(mesh, p => new Vec3(-p.X, p.Y, p.Z))),
        new("another tooth's number", (m, r) =>
        {
            if (m.Teeth.Count == 0)
                return;
            int at = r.Next(m.Teeth.Count);
            m.Teeth[at] = (Pick.From(["18", "48", "55", "85", "99", "x"], r), m.Teeth[at].Mesh);
        }),
        new("numbers exchanged", (m, r) =>
        {
            if (m.Teeth.Count == 0)
                return;
            (int a, int b) = (r.Next(m.Teeth.Count), r.Next(m.Teeth.Count));
            (m.Teeth[a], m.Teeth[b]) = ((m.Teeth[a].Name, m.Teeth[b].Mesh), (m.Teeth[b].Name, m.Teeth[a].Mesh));
        }),
        new("one tooth on another", (m, r) =>
        {
            if (m.Teeth.Count == 0)
                return;
            (int a, int b) = (r.Next(m.Teeth.Count), r.Next(m.Teeth.Count));
            m.Teeth[a] = (m.Teeth[a].Name, m.Teeth[b].Mesh);
        }),
        new("few teeth", (m, r) =>
        {
            int kept = Math.Min(m.Teeth.Count, 1 + r.Next(5));
            m.Teeth.RemoveRange(kept, m.Teeth.Count - kept);
        }),
        new("mirrored all", (m, _) => All(m, p => new Vec3(-p.X, p.Y, p.Z))),
        new("upside down all", (m, _) => All(m, p => new Vec3(p.X, -p.Y, -p.Z))),
    ];

    private static Blow On(string name, Func<TriangleMesh, SeededRandom, TriangleMesh> damage) => new(name, (m, r) =>
    {
        if (m.Teeth.Count == 0)
            return;
        int at = r.Next(m.Teeth.Count);
        m.Teeth[at] = (m.Teeth[at].Name, damage(m.Teeth[at].Mesh, r));
    });

    private static void All(Mutant m, Func<Vec3, Vec3> motion)
    {
        for (int i = 0; i < m.Teeth.Count; i++)
            m.Teeth[i] = (m.Teeth[i].Name, m.Teeth[i].Mesh.WithVertices([.. m.Teeth[i].Mesh.Vertices.ToArray().Select(motion)]));
    }

    private static TriangleMesh Half(TriangleMesh mesh, Vec3 side) =>
        Submesh.Of(mesh, f => Vec3.Dot(mesh.FaceCenter(f) - mesh.Bounds.Center, side) > 0).Mesh;

    private static TriangleMesh Moved(TriangleMesh mesh, Rotation turn, Vec3 shift) =>
        mesh.Transformed(RigidTransform.AboutPoint(turn, mesh.Bounds.Center, shift));

    private static TriangleMesh Shaped(TriangleMesh mesh, Func<Vec3, Vec3> shape)
    {
        Vec3 center = mesh.Bounds.Center;
        return mesh.WithVertices([.. mesh.Vertices.ToArray().Select(p => center + shape(p - center))]);
    }
}
