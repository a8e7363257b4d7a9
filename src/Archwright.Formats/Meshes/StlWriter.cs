using System.Buffers.Binary;
using System.Text;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Writes a mesh as binary STL. Rounding to float32 must not make a printable model degenerate, so faces whose corners fall
/// together by rounding are left out: their remaining two edges coincide, which keeps a closed surface closed. The same mesh
/// gives the same bytes.
/// </summary>
public static class StlWriter
{
    private const int HeaderBytes = 80;
    private const int FaceBytes = 50;

    /// <summary>The file's bytes.</summary>
    /// <param name="mesh">Mesh in mm, faces outwards.</param>
    /// <param name="title">Printable ASCII, at most 60 characters, not beginning with "solid" (which marks text files).</param>
    public static byte[] Write(TriangleMesh mesh, string title = "Archwright model")
    {
        Preconditions.Require(title.Length <= 60 && title.All(c => c is >= ' ' and <= '~'), "a title is short printable ASCII");
        Preconditions.Require(!title.StartsWith("solid", StringComparison.OrdinalIgnoreCase), "the word solid marks text files");
        var bytes = new byte[HeaderBytes + 4 + ((long)FaceBytes * mesh.TriangleCount)];
        Encoding.ASCII.GetBytes(title + "; unit mm", bytes);
        int count = 0;
        foreach (Triangle t in mesh.Triangles)
        {
            Vec3 a = Rounded(mesh.Vertices[t.A]);
            Vec3 b = Rounded(mesh.Vertices[t.B]);
            Vec3 c = Rounded(mesh.Vertices[t.C]);
            if (a == b || b == c || c == a)
                continue;
            Span<byte> face = bytes.AsSpan(HeaderBytes + 4 + (count * FaceBytes), FaceBytes);
            WriteVector(face, Vec3.Cross(b - a, c - a).Normalized());
            WriteVector(face[12..], a);
            WriteVector(face[24..], b);
            WriteVector(face[36..], c);
            count++;
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HeaderBytes), count);
        return bytes[..(HeaderBytes + 4 + (count * FaceBytes))];
    }

    // adding zero turns −0 into 0: one spelling per position
    private static Vec3 Rounded(Vec3 p) => new((float)p.X + 0.0f, (float)p.Y + 0.0f, (float)p.Z + 0.0f);

    private static void WriteVector(Span<byte> to, Vec3 v)
    {
        BinaryPrimitives.WriteSingleLittleEndian(to, (float)v.X);
        BinaryPrimitives.WriteSingleLittleEndian(to[4..], (float)v.Y);
        BinaryPrimitives.WriteSingleLittleEndian(to[8..], (float)v.Z);
    }
}
