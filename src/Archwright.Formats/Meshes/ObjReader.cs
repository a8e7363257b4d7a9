using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// Wavefront OBJ: <c>v</c> (with or without colours) and <c>f</c> with polygons, texture and normal references and negative
/// indices. Polygons are cut as a fan from their first corner. Everything else (o, g, usemtl, vt, vn …) is passed over.
/// </summary>
internal static class ObjReader
{
    public static Result<RawMesh> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        var vertices = new List<Vec3>();
        var faces = new FaceList(limits);
        bool colors = false;
        bool normals = false;
        int line = 0;
        int offset = 0;
        while (offset < bytes.Length)
        {
            line++;
            ReadOnlySpan<byte> text = NextLine(bytes, ref offset, ref line, out bool joined);
            string where = $"{name}, line {line}";
            if (text.Length > limits.LineBytesMax)
            {
                return Result<RawMesh>.Fail(Problem.Error(
                    "line-too-long", $"a line has more than {limits.LineBytesMax} bytes", where, text.Length, limits.LineBytesMax, "byte"));
            }

            var scanner = new TextScanner(joined ? WithoutContinuation(text) : text);
            ReadOnlySpan<byte> word = scanner.NextToken();
            Problem? bad = null;
            if (word.SequenceEqual("v"u8))
                bad = ReadVertex(where, ref scanner, vertices, ref colors, limits);
            else if (word.SequenceEqual("f"u8))
                bad = ReadFace(where, ref scanner, vertices.Count, faces);
            else if (word.SequenceEqual("vn"u8))
                normals = true;
            if (bad is not null)
                return Result<RawMesh>.Fail(bad);
        }

        return Result<RawMesh>.Ok(new RawMesh
        {
            Format = MeshFormat.Obj,
            Vertices = [.. vertices],
            Faces = faces.Triangles,
            FileFace = faces.FileFaces,
            FileFaceCount = faces.FileFaceCount,
            ShortFaces = faces.ShortFaces,
            HasColors = colors,
            HasNormals = normals,
        });
    }

    private static ReadOnlySpan<byte> NextLine(ReadOnlySpan<byte> bytes, ref int offset, ref int line, out bool joined)
    {
        int start = offset;
        joined = false;
        while (true)
        {
            int end = bytes[offset..].IndexOf((byte)'\n');
            int stop = end < 0 ? bytes.Length : offset + end;
            offset = end < 0 ? bytes.Length : stop + 1;
            ReadOnlySpan<byte> text = bytes[start..stop].TrimEnd((byte)'\r');
            if (offset >= bytes.Length || text.IsEmpty || text[^1] != '\\')
                return text;
            joined = true;
            line++;
        }
    }

    private static byte[] WithoutContinuation(ReadOnlySpan<byte> text)
    {
        byte[] copy = text.ToArray();
        for (int i = 0; i < copy.Length; i++)
        {
            if (copy[i] is (byte)'\\' or (byte)'\r' or (byte)'\n')
                copy[i] = (byte)' ';
        }

        return copy;
    }

    private static Problem? ReadVertex(
        string where, ref TextScanner scanner, List<Vec3> vertices, ref bool colors, FormatLimits limits)
    {
        Span<double> xyz = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            if (!TextScanner.TryNumber(scanner.NextToken(), out xyz[i]))
                return Problem.Error("obj-number", $"vertex {vertices.Count + 1} has not three numbers", where);
        }

        if (vertices.Count == limits.VerticesMax)
        {
            return Problem.Error(
                "too-many-vertices", $"more vertices than the limit of {limits.VerticesMax}", where, null, limits.VerticesMax, "count");
        }

        vertices.Add(new Vec3(xyz[0], xyz[1], xyz[2]));
        colors |= !scanner.NextToken().IsEmpty && !scanner.NextToken().IsEmpty;
        return null;
    }

    private static Problem? ReadFace(string where, ref TextScanner scanner, int vertexCount, FaceList faces)
    {
        faces.Begin();
        while (true)
        {
            ReadOnlySpan<byte> token = scanner.NextToken();
            if (token.IsEmpty || token[0] == '#')
                return faces.End(where);
            int slash = token.IndexOf((byte)'/');
            if (!TextScanner.TryInteger(slash < 0 ? token : token[..slash], out long index))
                return Problem.Error("obj-number", $"a corner of face {faces.FileFaceCount} is no number", where);
            // 1 is the first vertex, −1 the one read last; 0 is nothing and stays out of range
            long vertex = index > 0 ? index - 1 : index < 0 && -index <= vertexCount ? vertexCount + index : -1;
            if (faces.Add(vertex) is { } bad)
                return bad with { Location = where };
        }
    }
}
