using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// What a format reader hands on: the file's own vertices and its polygons cut into triangles, unchecked. A corner that is
/// no vertex may hold any number outside the range.
/// </summary>
internal sealed class RawMesh
{
    public required MeshFormat Format { get; init; }

    public required Vec3[] Vertices { get; init; }

    public required Triangle[] Faces { get; init; }

    /// <summary>File face per triangle.</summary>
    public required int[] FileFace { get; init; }

    public required int FileFaceCount { get; init; }

    /// <summary>Faces of the file with fewer than three corners: they gave no triangle.</summary>
    public int ShortFaces { get; init; }

    public bool HasColors { get; init; }

    public bool HasNormals { get; init; }

    public string? DeclaredUnit { get; init; }

    /// <summary>What is wrong with the file as a whole although some of it could be read: truncated, bytes left over.</summary>
    public Problem? FileDefect { get; init; }
}
