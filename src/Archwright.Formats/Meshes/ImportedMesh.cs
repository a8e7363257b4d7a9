using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// A mesh as read from a file, with what was repaired and with the maps by which values given per vertex or face of the
/// <em>file</em> (labels) find their place in the mesh.
/// </summary>
public sealed record ImportedMesh
{
    /// <summary>The mesh, in the file's frame and unit.</summary>
    public required TriangleMesh Mesh { get; init; }

    /// <summary>What the file holds.</summary>
    public required MeshFacts Facts { get; init; }

    /// <summary>What was repaired, or in <see cref="ImportMode.Inspect"/> what was found, by kind.</summary>
    public required ImmutableArray<MeshRepair> Repairs { get; init; }

    /// <summary>Mesh vertex of each vertex of the file, −1 where it was dropped. An STL file has three vertices a face.</summary>
    public required ImmutableArray<int> MeshVertexOfFileVertex { get; init; }

    /// <summary>File face of each face of the mesh; the triangles of one polygon share it.</summary>
    public required ImmutableArray<int> FileFaceOfMeshFace { get; init; }

    /// <summary>Corners of each face of the mesh as vertices of the file.</summary>
    public required ImmutableArray<Triangle> FileCornersOfMeshFace { get; init; }

    /// <summary>The way back to the file, for labels that are written.</summary>
    public ScanFileMap FileMap => new(MeshVertexOfFileVertex, FileFaceOfMeshFace, Facts.FaceCount);
}

/// <summary>Facts about a mesh file.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="VertexCount">Vertices in the file; for STL three a face.</param>
/// <param name="FaceCount">Faces in the file, polygons counted once.</param>
/// <param name="HasColors">True where vertices or faces carry colours, which are not read.</param>
/// <param name="HasNormals">True where the file carries normals, which are not read.</param>
/// <param name="DeclaredUnit">Unit named in a PLY comment <c>unit …</c>, where there is one.</param>
public sealed record MeshFacts(
    MeshFormat Format, int VertexCount, int FaceCount, bool HasColors, bool HasNormals, string? DeclaredUnit);

/// <summary>How a mesh file is written.</summary>
public enum MeshFormat
{
    /// <summary>STL, binary.</summary>
    StlBinary,

    /// <summary>STL, text.</summary>
    StlAscii,

    /// <summary>PLY, text.</summary>
    PlyAscii,

    /// <summary>PLY, binary, least significant byte first.</summary>
    PlyBinaryLittleEndian,

    /// <summary>PLY, binary, most significant byte first.</summary>
    PlyBinaryBigEndian,

    /// <summary>Wavefront OBJ.</summary>
    Obj,
}

/// <summary>One kind of defect in one object, and how often.</summary>
/// <param name="Object">File it is in.</param>
/// <param name="Code">Stable kebab-case code, for example <c>duplicate-vertices</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Message">What was found and what was done, for a person; names the first place.</param>
public sealed record MeshRepair(string Object, string Code, int Count, string Message)
{
    /// <summary>The repair as a warning beside the mesh.</summary>
    public Problem ToWarning() => Problem.Warning(Code, Message, Object, Count, 0, "count");
}
