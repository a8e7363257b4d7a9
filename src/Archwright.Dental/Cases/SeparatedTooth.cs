using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>A tooth given as a mesh of its own: a closed crown, or crown and root.</summary>
/// <param name="Id">FDI number.</param>
/// <param name="Mesh">Closed surface in scan frame, mm.</param>
public sealed record SeparatedTooth(ToothId Id, TriangleMesh Mesh)
{
    /// <summary>The first faces that a scanner saw; all further ones are inferred. Null where nothing says so.</summary>
    public int? SeenFaces { get; init; }
}
