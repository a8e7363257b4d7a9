using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>What is in one mesh, for <c>archwright inspect</c>: counts, size, holes, parts, likely unit, teeth.</summary>
public sealed record ScanFacts
{
    /// <summary>Number of vertices.</summary>
    public required int VertexCount { get; init; }

    /// <summary>Number of faces.</summary>
    public required int FaceCount { get; init; }

    /// <summary>Edge lengths of the bounding box, in the file's unit.</summary>
    public required Vec3 Size { get; init; }

    /// <summary>Surface area, mm².</summary>
    public required double AreaMm2 { get; init; }

    /// <summary>Median edge length, mm.</summary>
    public required double MedianEdgeMm { get; init; }

    /// <summary>Number of connected parts.</summary>
    public required int ComponentCount { get; init; }

    /// <summary>True where the surface has no border and no non-manifold edge.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Edges that three or more faces share, or that run twice in one direction.</summary>
    public required int NonManifoldEdgeCount { get; init; }

    /// <summary>Border loops, longest first: the first of an open arch is its base, the others are holes.</summary>
    public required ImmutableArray<HoleFacts> Borders { get; init; }

    /// <summary>Which unit the size suggests.</summary>
    public required LengthUnitGuess Unit { get; init; }

    /// <summary>Teeth the labels name, in order along the arches; empty without labels.</summary>
    public required ImmutableArray<ToothId> Teeth { get; init; }

    /// <summary>Permanent teeth up to the second molars of the labelled jaws that the labels do not name.</summary>
    public required ImmutableArray<ToothId> MissingTeeth { get; init; }

    /// <summary>
    /// The facts of a mesh; <paramref name="faceLabels"/> (FDI per face, 0 = gingiva) may be left out. Mesh kind: any. Labels
    /// that are no FDI number are passed over. A caller that has the mesh's topology gives it. O(n log n).
    /// </summary>
    public static ScanFacts Of(TriangleMesh mesh, ImmutableArray<int> faceLabels = default, MeshTopology? topology = null)
    {
        topology ??= MeshTopology.Of(mesh);
        var teeth = faceLabels.IsDefaultOrEmpty
            ? []
            : faceLabels.Distinct().Where(l => ToothId.TryFromFdi(l, out _)).Select(ToothId.FromFdi).Order().ToImmutableArray();
        return new ScanFacts
        {
            VertexCount = mesh.VertexCount,
            FaceCount = mesh.TriangleCount,
            Size = mesh.Bounds.Size,
            AreaMm2 = MeshMeasures.Area(mesh),
            MedianEdgeMm = MedianEdge(mesh),
            ComponentCount = MeshComponents.Of(mesh).Count,
            IsClosed = topology.IsClosed,
            NonManifoldEdgeCount = topology.NonManifoldEdges.Length,
            Borders = [.. BoundaryLoops.Of(topology).Select(l => HoleFacts.Of(mesh, l)).OrderByDescending(h => h.PerimeterMm)],
            Unit = Guess(mesh.Bounds.Size),
            Teeth = teeth,
            MissingTeeth =
            [
                .. teeth.Select(t => t.Jaw).Distinct().Order().SelectMany(ToothId.Permanent)
                    .Where(t => t.Position <= 7 && !teeth.Any(p => p.Jaw == t.Jaw && p.ArchPlace == t.ArchPlace)),
            ],
        };
    }

    // A dental arch or a tooth is 5–120 mm long; other units miss that by a factor of at least ten.
    private static LengthUnitGuess Guess(Vec3 size)
    {
        double longest = Math.Max(size.X, Math.Max(size.Y, size.Z));
        return longest switch
        {
            >= 4 and <= 150 => LengthUnitGuess.Millimetre,
            >= 0.4 and < 4 => LengthUnitGuess.CentimetreOrInch,
            >= 0.004 and < 0.15 => LengthUnitGuess.Metre,
            > 4000 and <= 150_000 => LengthUnitGuess.Micrometre,
            _ => LengthUnitGuess.Unknown,
        };
    }

    private static double MedianEdge(TriangleMesh mesh)
    {
        if (mesh.TriangleCount == 0)
            return 0;
        var lengths = new double[mesh.TriangleCount * 3];
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            for (int c = 0; c < 3; c++)
                lengths[(f * 3) + c] = Vec3.Distance(mesh.Corner(f, c), mesh.Corner(f, (c + 1) % 3));
        }

        Array.Sort(lengths);
        return lengths[lengths.Length / 2];
    }
}

/// <summary>One border loop.</summary>
/// <param name="PerimeterMm">Length of the loop, mm.</param>
/// <param name="AreaMm2">Area the loop spans (half the length of its summed cross products), mm².</param>
/// <param name="Center">Mean of its vertices.</param>
public sealed record HoleFacts(double PerimeterMm, double AreaMm2, Vec3 Center)
{
    internal static HoleFacts Of(TriangleMesh mesh, BoundaryLoop loop)
    {
        Vec3 center = loop.Vertices.Aggregate(Vec3.Zero, (sum, v) => sum + mesh.Vertices[v]) / loop.Vertices.Length;
        Vec3 twice = Vec3.Zero;
        for (int i = 0; i < loop.Vertices.Length; i++)
        {
            twice += Vec3.Cross(
                mesh.Vertices[loop.Vertices[i]] - center, mesh.Vertices[loop.Vertices[(i + 1) % loop.Vertices.Length]] - center);
        }

        return new HoleFacts(loop.LengthMm, twice.Length / 2, center);
    }
}

/// <summary>The unit a mesh's size suggests.</summary>
public enum LengthUnitGuess
{
    /// <summary>No usual unit fits.</summary>
    Unknown,

    /// <summary>Millimetres, as everywhere in Archwright.</summary>
    Millimetre,

    /// <summary>Centimetres or inches.</summary>
    CentimetreOrInch,

    /// <summary>Metres.</summary>
    Metre,

    /// <summary>Micrometres.</summary>
    Micrometre,
}
