using System.Buffers.Binary;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// STL, binary and text. A file is binary where its length is exactly what its face count says, whatever its first word is
/// ("solid" opens many binary files too); else it is text where it opens with "solid" and holds no byte that text cannot hold.
/// </summary>
internal static class StlReader
{
    private const int HeaderBytes = 84;
    private const int FaceBytes = 50;

    public static Result<RawMesh> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits limits) =>
        IsText(bytes) ? ReadText(name, bytes, limits) : ReadBinary(name, bytes, limits);

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= HeaderBytes && BinaryLength(bytes) == bytes.Length)
            return false;
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 1024)];
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            start = start[3..];
        while (start.Length > 0 && TextScanner.IsSpace(start[0]))
            start = start[1..];
        if (!TextScanner.StartsWith(start, "solid"u8))
            return false;
        foreach (byte b in start)
        {
            if (b < 32 && !TextScanner.IsSpace(b))
                return false;
        }

        return true;
    }

    private static long BinaryLength(ReadOnlySpan<byte> bytes) =>
        HeaderBytes + ((long)FaceBytes * BinaryPrimitives.ReadUInt32LittleEndian(bytes[80..]));

    private static Result<RawMesh> ReadBinary(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        if (bytes.Length < HeaderBytes)
        {
            return Result<RawMesh>.Fail(Problem.Error(
                "stl-truncated", "the file is shorter than a binary STL header and is no text STL", name, bytes.Length, HeaderBytes, "byte"));
        }

        long declared = BinaryPrimitives.ReadUInt32LittleEndian(bytes[80..]);
        long present = (bytes.Length - HeaderBytes) / FaceBytes;
        Problem? defect = null;
        if (declared > present)
        {
            defect = Problem.Error(
                "stl-truncated", $"the header announces {declared} faces, the file holds {present}", $"{name}, byte 80", present, declared, "count");
        }
        else if (BinaryLength(bytes) != bytes.Length)
        {
            defect = Problem.Warning(
                "stl-trailing-bytes",
                $"{bytes.Length - BinaryLength(bytes)} bytes follow the last face",
                $"{name}, byte {BinaryLength(bytes)}",
                bytes.Length,
                BinaryLength(bytes),
                "byte");
        }

        long count = Math.Min(declared, present);
        if (count > limits.FacesMax)
            return Result<RawMesh>.Fail(TooManyFaces(name, count, limits));
        var vertices = new Vec3[count * 3];
        bool colors = false;
        for (int f = 0; f < count; f++)
        {
            ReadOnlySpan<byte> face = bytes.Slice(HeaderBytes + (f * FaceBytes), FaceBytes);
            for (int c = 0; c < 3; c++)
            {
                ReadOnlySpan<byte> corner = face.Slice(12 + (c * 12), 12);
                vertices[(f * 3) + c] = new Vec3(
                    BinaryPrimitives.ReadSingleLittleEndian(corner),
                    BinaryPrimitives.ReadSingleLittleEndian(corner[4..]),
                    BinaryPrimitives.ReadSingleLittleEndian(corner[8..]));
            }

            colors |= face[48] != 0 || face[49] != 0;
        }

        return Result<RawMesh>.Ok(Soup(MeshFormat.StlBinary, vertices, colors, defect));
    }

    private static Result<RawMesh> ReadText(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        var vertices = new List<Vec3>(Math.Min(bytes.Length / 40, 1 << 20));
        var scanner = new TextScanner(bytes);
        scanner.SkipLine();
        int inFacet = 0;
        bool ended = false;
        Problem? Bad(int line, string message) => Problem.Error("stl-syntax", message, $"{name}, line {line}");
        while (true)
        {
            ReadOnlySpan<byte> token = scanner.NextToken();
            if (token.IsEmpty)
                break;
            Problem? bad = null;
            if (TextScanner.Is(token, "vertex"u8))
            {
                bad = inFacet >= 3
                    ? Bad(scanner.Line, "a facet has more than three vertices")
                    : ReadVertex(name, ref scanner, vertices);
                inFacet++;
                ended = false;
            }
            else if (TextScanner.Is(token, "endfacet"u8))
            {
                if (inFacet != 3)
                    bad = Bad(scanner.Line, $"a facet has {inFacet} vertices in place of 3");
                inFacet = 0;
            }
            else if (TextScanner.Is(token, "endsolid"u8) || TextScanner.Is(token, "solid"u8))
            {
                // the name of the solid may hold any words
                ended = TextScanner.Is(token, "endsolid"u8);
                scanner.SkipLine();
            }
            else if (TextScanner.Is(token, "facet"u8))
            {
                // the normal is not read: many programs write zeros
                scanner.SkipLine();
                ended = false;
            }
            else if (!TextScanner.Is(token, "outer"u8) && !TextScanner.Is(token, "loop"u8) && !TextScanner.Is(token, "endloop"u8))
            {
                bad = Bad(scanner.Line, "this word has no place in an STL file");
            }

            if (bad is not null)
                return Result<RawMesh>.Fail(bad);
            if (vertices.Count / 3 > limits.FacesMax)
                return Result<RawMesh>.Fail(TooManyFaces(name, vertices.Count / 3, limits));
        }

        Problem? defect = ended && inFacet == 0
            ? null
            : Problem.Error("stl-truncated", "the file ends before endsolid", $"{name}, line {scanner.Line}");
        Vec3[] whole = [.. vertices.Take(vertices.Count - (vertices.Count % 3))];
        return Result<RawMesh>.Ok(Soup(MeshFormat.StlAscii, whole, colors: false, defect));
    }

    private static Problem? ReadVertex(string name, ref TextScanner scanner, List<Vec3> vertices)
    {
        Span<double> xyz = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            if (!TextScanner.TryNumber(scanner.NextToken(), out xyz[i]))
                return Problem.Error("stl-number", "a vertex has three numbers", $"{name}, line {scanner.Line}");
        }

        vertices.Add(new Vec3(xyz[0], xyz[1], xyz[2]));
        return null;
    }

    private static Problem TooManyFaces(string name, long count, FormatLimits limits) => Problem.Error(
        "too-many-faces", $"{count} faces are more than the limit of {limits.FacesMax}", name, count, limits.FacesMax, "count");

    private static RawMesh Soup(MeshFormat format, Vec3[] vertices, bool colors, Problem? defect)
    {
        var faces = new Triangle[vertices.Length / 3];
        var fileFace = new int[faces.Length];
        for (int f = 0; f < faces.Length; f++)
        {
            faces[f] = new Triangle(f * 3, (f * 3) + 1, (f * 3) + 2);
            fileFace[f] = f;
        }

        return new RawMesh
        {
            Format = format,
            Vertices = vertices,
            Faces = faces,
            FileFace = fileFace,
            FileFaceCount = faces.Length,
            HasColors = colors,
            HasNormals = true,
            FileDefect = defect,
        };
    }
}
