namespace Archwright.Formats;

/// <summary>
/// What a file may ask for before it is refused. Files are hostile until parsed: every count is held against these limits and
/// against the bytes that are really there before memory is reserved for it.
/// </summary>
public sealed record FormatLimits
{
    /// <summary>The limits for scans.</summary>
    public static FormatLimits Default { get; } = new();

    /// <summary>Greatest size of a mesh file, bytes.</summary>
    public long MeshBytesMax { get; init; } = 512L << 20;

    /// <summary>Greatest size of a JSON file, bytes.</summary>
    public long JsonBytesMax { get; init; } = 256L << 20;

    /// <summary>Greatest size of one file of the record protocol (X-ray, photograph, volume), bytes.</summary>
    public long RecordBytesMax { get; init; } = 2L << 30;

    /// <summary>Most vertices (for STL: most distinct vertices).</summary>
    public int VerticesMax { get; init; } = 10_000_000;

    /// <summary>Most faces, after polygons have been cut into triangles.</summary>
    public int FacesMax { get; init; } = 20_000_000;

    /// <summary>Most corners of one polygon.</summary>
    public int PolygonCornersMax { get; init; } = 1_000;

    /// <summary>Longest line of a text file, bytes.</summary>
    public int LineBytesMax { get; init; } = 1 << 16;

    /// <summary>Longest header of a PLY file, bytes.</summary>
    public int HeaderBytesMax { get; init; } = 1 << 16;

    /// <summary>Coordinates beyond this are not a jaw's, mm; they count as not finite.</summary>
    public double CoordinateMaxMm { get; init; } = 1e6;
}
