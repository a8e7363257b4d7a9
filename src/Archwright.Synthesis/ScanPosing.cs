using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis;

/// <summary>How scans lie in space and in which precision they come.</summary>
internal static class ScanPosing
{
    private const double ShiftMm = 100;

    /// <summary>The motion from the occlusal frame to the scan frame.</summary>
    public static RigidTransform ScanFromOcclusal(SynthesisOptions options)
    {
        SeededRandom random = new SeededRandom(options.Seed).Fork("scan pose");
        switch (options.Pose)
        {
            case ScanPose.Occlusal:
                return RigidTransform.Identity;
            case ScanPose.Given:
                return options.ScanFromOcclusal;
            case ScanPose.UpsideDown:
                return new RigidTransform(
                    Rotation.About(Vec3.UnitZ, random.Uniform(-0.4, 0.4)) * Rotation.About(Vec3.UnitX, Math.PI), Shift(random));
            default:
                // a uniform rotation: four normal numbers, scaled to unit length
                var rotation = new Rotation(random.Normal(), random.Normal(), random.Normal(), random.Normal());
                return new RigidTransform(rotation.Canonical(), Shift(random));
        }
    }

    /// <summary>The rigid motion that takes one pose of a tooth to another of the same handedness.</summary>
    public static RigidTransform Between(ToothFrame from, ToothFrame to)
    {
        Rotation Of(ToothFrame f) => Rotation.FromColumns(f.Mesial, Vec3.Cross(f.Occlusal, f.Mesial), f.Occlusal);
        Rotation turn = Of(to) * Of(from).Inverse;
        return new RigidTransform(turn.Canonical(), to.Origin - turn.Apply(from.Origin));
    }

    /// <summary>The mesh with single-precision coordinates, as STL and PLY files hold them.</summary>
    public static TriangleMesh Rounded(TriangleMesh mesh)
    {
        var vertices = new Vec3[mesh.VertexCount];
        for (int i = 0; i < vertices.Length; i++)
        {
            Vec3 v = mesh.Vertices[i];
            vertices[i] = new Vec3((float)v.X, (float)v.Y, (float)v.Z);
        }

        return mesh.WithVertices(vertices);
    }

    private static Vec3 Shift(SeededRandom random) =>
        new(random.Uniform(-ShiftMm, ShiftMm), random.Uniform(-ShiftMm, ShiftMm), random.Uniform(-ShiftMm, ShiftMm));
}
