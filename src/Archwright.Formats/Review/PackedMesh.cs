using System.Buffers.Binary;
using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Formats.Review;

/// <summary>
/// A mesh as text for the page: vertex i is origin + step · q with q unsigned 16-bit, so that a tooth is kept to better than
/// 0.001 mm and a whole gingiva to 0.002 mm in six bytes a vertex; corners are unsigned 16- or 32-bit. Little-endian, base64,
/// and not compressed: compressors differ between versions of a library, and the page's bytes must not.
/// </summary>
internal sealed record PackedMesh(
    int VertexCount,
    int TriangleCount,
    ImmutableArray<double> Origin,
    ImmutableArray<double> Step,
    string Positions,
    int IndexBytes,
    string Indices)
{
    private const double MostSteps = ushort.MaxValue;

    /// <summary>The packed form of a mesh.</summary>
    public static PackedMesh Of(TriangleMesh mesh)
    {
        Vec3 origin = mesh.VertexCount == 0 ? Vec3.Zero : mesh.Bounds.Min;
        Vec3 size = mesh.VertexCount == 0 ? Vec3.Zero : mesh.Bounds.Max - mesh.Bounds.Min;
        Vec3 step = size / MostSteps;
        byte[] positions = new byte[mesh.VertexCount * 6];
        for (int i = 0; i < mesh.VertexCount; i++)
        {
            Vec3 p = mesh.Vertices[i] - origin;
            Write(positions, (i * 3) + 0, p.X, step.X);
            Write(positions, (i * 3) + 1, p.Y, step.Y);
            Write(positions, (i * 3) + 2, p.Z, step.Z);
        }

        int indexBytes = mesh.VertexCount <= ushort.MaxValue + 1 ? 2 : 4;
        return new PackedMesh(
            mesh.VertexCount,
            mesh.TriangleCount,
            [origin.X, origin.Y, origin.Z],
            [step.X, step.Y, step.Z],
            Convert.ToBase64String(positions),
            indexBytes,
            Convert.ToBase64String(Corners(mesh, indexBytes)));
    }

    private static void Write(byte[] bytes, int index, double offset, double step)
    {
        double q = step > 0 ? Math.Clamp(Math.Round(offset / step), 0, MostSteps) : 0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(index * 2), (ushort)q);
    }

    private static byte[] Corners(TriangleMesh mesh, int indexBytes)
    {
        byte[] bytes = new byte[mesh.TriangleCount * 3 * indexBytes];
        int at = 0;
        foreach (Triangle t in mesh.Triangles)
        {
            foreach (int corner in (ReadOnlySpan<int>)[t.A, t.B, t.C])
            {
                if (indexBytes == 2)
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)corner);
                else
                    BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), (uint)corner);
                at += indexBytes;
            }
        }

        return bytes;
    }
}
