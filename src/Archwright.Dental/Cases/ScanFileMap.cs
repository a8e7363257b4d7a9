using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>Where the vertices and faces of a mesh stand in the file it was read from, since labels are written for the file.</summary>
/// <param name="MeshVertexOfFileVertex">Mesh vertex of each vertex of the file, −1 where it was dropped.</param>
/// <param name="FileFaceOfMeshFace">File face of each face of the mesh; the triangles of one polygon share it.</param>
/// <param name="FileFaces">Faces in the file.</param>
public sealed record ScanFileMap(ImmutableArray<int> MeshVertexOfFileVertex, ImmutableArray<int> FileFaceOfMeshFace, int FileFaces)
{
    /// <summary>Values per vertex of the mesh, for the vertices of the file; 0 where one was dropped.</summary>
    public ImmutableArray<int> ToFileVertices(IReadOnlyList<int> values) => [.. MeshVertexOfFileVertex.Select(v => v < 0 ? 0 : values[v])];

    /// <summary>Values per face of the mesh, for the faces of the file; 0 where one was dropped, the last triangle's for a polygon.</summary>
    public ImmutableArray<int> ToFileFaces(IReadOnlyList<int> values)
    {
        int[] faces = new int[FileFaces];
        for (int f = 0; f < FileFaceOfMeshFace.Length; f++)
            faces[FileFaceOfMeshFace[f]] = values[f];
        return [.. faces];
    }
}
