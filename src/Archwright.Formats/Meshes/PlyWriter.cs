using System.Buffers.Binary;
using System.Text;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Writes a mesh as binary little-endian PLY, float32 coordinates and 32-bit corners, with its unit and frame in comments. The
/// same mesh gives the same bytes.
/// </summary>
public static class PlyWriter
{
    /// <summary>The file's bytes.</summary>
    /// <param name="mesh">Mesh in mm.</param>
    /// <param name="frame">Frame the coordinates are in: one word, for example <c>scan</c>.</param>
    /// <param name="comments">Further comment lines, printable ASCII.</param>
    public static byte[] Write(TriangleMesh mesh, string frame = "scan", params ReadOnlySpan<string> comments)
    {
        var header = new StringBuilder("ply\nformat binary_little_endian 1.0\ncomment unit mm\n");
        AddComment(header, "frame " + frame);
        foreach (string comment in comments)
            AddComment(header, comment);
        header.Append("element vertex ").Append(mesh.VertexCount)
            .Append("\nproperty float x\nproperty float y\nproperty float z\nelement face ").Append(mesh.TriangleCount)
            .Append("\nproperty list uchar int vertex_indices\nend_header\n");
        byte[] head = Encoding.ASCII.GetBytes(header.ToString());
        var bytes = new byte[head.Length + (12L * mesh.VertexCount) + (13L * mesh.TriangleCount)];
        head.CopyTo(bytes, 0);
        Span<byte> rest = bytes.AsSpan(head.Length);
        foreach (Vec3 p in mesh.Vertices)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, (float)p.X);
            BinaryPrimitives.WriteSingleLittleEndian(rest[4..], (float)p.Y);
            BinaryPrimitives.WriteSingleLittleEndian(rest[8..], (float)p.Z);
            rest = rest[12..];
        }

        foreach (Triangle t in mesh.Triangles)
        {
            rest[0] = 3;
            BinaryPrimitives.WriteInt32LittleEndian(rest[1..], t.A);
            BinaryPrimitives.WriteInt32LittleEndian(rest[5..], t.B);
            BinaryPrimitives.WriteInt32LittleEndian(rest[9..], t.C);
            rest = rest[13..];
        }

        return bytes;
    }

    private static void AddComment(StringBuilder header, string comment)
    {
        Preconditions.Require(comment.All(c => c is >= ' ' and <= '~'), "a comment is one line of printable ASCII");
        header.Append("comment ").Append(comment).Append('\n');
    }
}
