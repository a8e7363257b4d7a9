using System.Buffers.Binary;
using System.Text;
using Archwright.Dental;
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
    public static byte[] Write(TriangleMesh mesh, string frame = "scan", params ReadOnlySpan<string> comments) => Write(mesh, null, frame, comments);

    /// <summary>
    /// A tooth in scan frame. Where it is known which faces a scanner saw, each face has a property <c>uchar inferred</c>: 0 seen, 1 filled
    /// in (the base of the crown, contact areas, holes).
    /// </summary>
    public static byte[] WriteTooth(SeparatedTooth tooth) => tooth.SeenFaces is { } seen
        ? Write(tooth.Mesh, seen, "scan", ["inferred: 0 seen by the scanner, 1 filled in"])
        : Write(tooth.Mesh, null, "scan", []);

    private static byte[] Write(TriangleMesh mesh, int? seenFaces, string frame, ReadOnlySpan<string> comments)
    {
        var header = new StringBuilder("ply\nformat binary_little_endian 1.0\ncomment unit mm\n");
        AddComment(header, "frame " + frame);
        foreach (string comment in comments)
            AddComment(header, comment);
        header.Append("element vertex ").Append(mesh.VertexCount)
            .Append("\nproperty float x\nproperty float y\nproperty float z\nelement face ").Append(mesh.TriangleCount)
            .Append("\nproperty list uchar int vertex_indices\n").Append(seenFaces is null ? "" : "property uchar inferred\n").Append("end_header\n");
        byte[] head = Encoding.ASCII.GetBytes(header.ToString());
        int faceBytes = seenFaces is null ? 13 : 14;
        var bytes = new byte[head.Length + (12L * mesh.VertexCount) + ((long)faceBytes * mesh.TriangleCount)];
        head.CopyTo(bytes, 0);
        Span<byte> rest = bytes.AsSpan(head.Length);
        foreach (Vec3 p in mesh.Vertices)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, (float)p.X);
            BinaryPrimitives.WriteSingleLittleEndian(rest[4..], (float)p.Y);
            BinaryPrimitives.WriteSingleLittleEndian(rest[8..], (float)p.Z);
            rest = rest[12..];
        }

        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Triangle t = mesh.Triangles[f];
            rest[0] = 3;
            BinaryPrimitives.WriteInt32LittleEndian(rest[1..], t.A);
            BinaryPrimitives.WriteInt32LittleEndian(rest[5..], t.B);
            BinaryPrimitives.WriteInt32LittleEndian(rest[9..], t.C);
            if (seenFaces is { } seen)
                rest[13] = f < seen ? (byte)0 : (byte)1;
            rest = rest[faceBytes..];
        }

        return bytes;
    }

    private static void AddComment(StringBuilder header, string comment)
    {
        Preconditions.Require(comment.All(c => c is >= ' ' and <= '~'), "a comment is one line of printable ASCII");
        header.Append("comment ").Append(comment).Append('\n');
    }
}
