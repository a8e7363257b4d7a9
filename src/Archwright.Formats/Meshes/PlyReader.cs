using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// PLY (Turk 1994), text and binary of both byte orders: any number types, any extra properties and elements, elements in any
/// order, polygons cut as a fan. Colours, normals and everything else beside x, y, z and the corner lists are passed over.
/// </summary>
internal static class PlyReader
{
    public static Result<RawMesh> Read(string name, ReadOnlySpan<byte> bytes, FormatLimits limits)
    {
        Result<PlyHeader> head = PlyHeader.Read(name, bytes, limits);
        if (head.Value is not { } header)
            return Result<RawMesh>.Fail(head.Problems);
        var source = new PlySource(name, bytes, header);
        Vec3[] vertices = [];
        var faces = new FaceList(limits);
        bool colors = false;
        bool normals = false;
        Problem? defect = null;
        foreach (PlyElement element in header.Elements)
        {
            colors |= element.IndexOf("red", "diffuse_red", "r") >= 0;
            normals |= element.IndexOf("nx") >= 0;
            Problem? bad = element.Name switch
            {
                "vertex" when vertices.Length == 0 => ReadVertices(ref source, element, limits, out vertices),
                "face" when faces.FileFaceCount == 0 => ReadFaces(ref source, element, limits, faces),
                _ => Skip(ref source, element),
            };
            if (bad is { Code: "ply-truncated" })
            {
                // what has been read stands; only Inspect will use it
                defect = bad;
                break;
            }

            if (bad is not null)
                return Result<RawMesh>.Fail(bad);
        }

        return Result<RawMesh>.Ok(new RawMesh
        {
            Format = header.Format,
            Vertices = vertices,
            Faces = faces.Triangles,
            FileFace = faces.FileFaces,
            FileFaceCount = faces.FileFaceCount,
            ShortFaces = faces.ShortFaces,
            HasColors = colors,
            HasNormals = normals,
            DeclaredUnit = header.DeclaredUnit,
            FileDefect = defect,
        });
    }

    private static Problem? ReadVertices(ref PlySource source, PlyElement element, FormatLimits limits, out Vec3[] vertices)
    {
        vertices = [];
        int x = element.IndexOf("x");
        int y = element.IndexOf("y");
        int z = element.IndexOf("z");
        if (x < 0 || y < 0 || z < 0 || element.HasLists)
            return Problem.Error("ply-header", "vertices have no numbers x, y and z, or have lists", source.Where);
        if (element.Count > limits.VerticesMax)
        {
            return Problem.Error(
                "too-many-vertices",
                $"{element.Count} vertices are more than the limit of {limits.VerticesMax}",
                source.Where,
                element.Count,
                limits.VerticesMax,
                "count");
        }

        if (!source.CanHold(element, element.Count))
            return source.Truncated();
        var read = new Vec3[element.Count];
        Span<double> record = stackalloc double[element.Properties.Count];
        for (int v = 0; v < read.Length; v++)
        {
            for (int p = 0; p < record.Length; p++)
            {
                if (source.Next(element.Properties[p].Type, out record[p]) is { } bad)
                {
                    vertices = read[..v];
                    return bad;
                }
            }

            read[v] = new Vec3(record[x], record[y], record[z]);
        }

        vertices = read;
        return null;
    }

    private static Problem? ReadFaces(ref PlySource source, PlyElement element, FormatLimits limits, FaceList faces)
    {
        int corners = element.IndexOf("vertex_indices", "vertex_index");
        if (corners < 0 || element.Properties[corners].CountType is null)
            return Problem.Error("ply-header", "faces have no list vertex_indices", source.Where);
        if (element.Count > limits.FacesMax)
        {
            return Problem.Error(
                "too-many-faces",
                $"{element.Count} faces are more than the limit of {limits.FacesMax}",
                source.Where,
                element.Count,
                limits.FacesMax,
                "count");
        }

        bool fits = source.CanHold(element, element.Count);
        if (fits)
            faces.Reserve((int)element.Count);
        for (long f = 0; f < element.Count; f++)
        {
            faces.Begin();
            for (int p = 0; p < element.Properties.Count; p++)
            {
                Problem? bad = p == corners
                    ? ReadCorners(ref source, element.Properties[p], faces)
                    : SkipProperty(ref source, element.Properties[p]);
                if (bad is not null)
                    return bad;
            }

            if (faces.End(source.Where) is { } tooMany)
                return tooMany;
        }

        return null;
    }

    private static Problem? ReadCorners(ref PlySource source, PlyProperty list, FaceList faces)
    {
        if (source.NextCount(list, out int count) is { } noCount)
            return noCount;
        for (int i = 0; i < count; i++)
        {
            if (source.Next(list.Type, out double vertex) is { } bad)
                return bad;
            bool isIndex = vertex >= 0 && vertex <= int.MaxValue && vertex == Math.Floor(vertex);
            if (faces.Add(isIndex ? (long)vertex : -1) is { } tooLarge)
                return tooLarge with { Location = source.Where };
        }

        return null;
    }

    private static Problem? Skip(ref PlySource source, PlyElement element)
    {
        if (!source.CanHold(element, element.Count))
            return source.Truncated();
        if (source.TrySkip(element))
            return null;
        for (long i = 0; i < element.Count; i++)
        {
            foreach (PlyProperty property in element.Properties)
            {
                if (SkipProperty(ref source, property) is { } bad)
                    return bad;
            }
        }

        return null;
    }

    private static Problem? SkipProperty(ref PlySource source, PlyProperty property)
    {
        if (property.CountType is null)
            return source.Next(property.Type, out _);
        return source.NextCount(property, out int count) ?? source.SkipItems(property.Type, count);
    }
}
