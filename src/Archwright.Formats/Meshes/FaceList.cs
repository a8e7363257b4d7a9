using System.Runtime.InteropServices;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>Collects polygons and cuts each into a fan from its first corner.</summary>
internal sealed class FaceList(FormatLimits limits)
{
    private readonly List<Triangle> _triangles = [];
    private readonly List<int> _fileFaces = [];
    private readonly List<int> _corners = [];

    public Triangle[] Triangles => [.. _triangles];

    public int[] FileFaces => [.. _fileFaces];

    /// <summary>Faces begun so far.</summary>
    public int FileFaceCount { get; private set; }

    public int ShortFaces { get; private set; }

    public void Reserve(int faces)
    {
        _triangles.EnsureCapacity(faces);
        _fileFaces.EnsureCapacity(faces);
    }

    public void Begin()
    {
        _corners.Clear();
        FileFaceCount++;
    }

    /// <summary>Adds a corner; anything that cannot be an index becomes −1.</summary>
    public Problem? Add(long vertex)
    {
        if (_corners.Count == limits.PolygonCornersMax)
        {
            return Problem.Error(
                "polygon-too-large",
                $"face {FileFaceCount - 1} has more than {limits.PolygonCornersMax} corners",
                "face",
                null,
                limits.PolygonCornersMax,
                "count");
        }

        _corners.Add(vertex is >= 0 and <= int.MaxValue ? (int)vertex : -1);
        return null;
    }

    public Problem? End(string where)
    {
        if (_corners.Count < 3)
        {
            ShortFaces++;
            return null;
        }

        if (_triangles.Count + _corners.Count - 2 > limits.FacesMax)
        {
            return Problem.Error(
                "too-many-faces", $"more faces than the limit of {limits.FacesMax}", where, null, limits.FacesMax, "count");
        }

        ReadOnlySpan<int> c = CollectionsMarshal.AsSpan(_corners);
        for (int i = 2; i < c.Length; i++)
        {
            _triangles.Add(new Triangle(c[0], c[i - 1], c[i]));
            _fileFaces.Add(FileFaceCount - 1);
        }

        return null;
    }
}
