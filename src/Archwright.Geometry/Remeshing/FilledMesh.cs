namespace Archwright.Geometry;

/// <summary>A mesh with holes closed. Old vertices and faces keep their numbers; new ones follow.</summary>
/// <param name="Mesh">The mesh with patches.</param>
/// <param name="FirstPatchVertex">Number of the first vertex of a patch.</param>
/// <param name="FirstPatchFace">Number of the first face of a patch.</param>
/// <param name="FilledLoops">Loops closed.</param>
/// <param name="OpenLoops">Loops left open because of their size.</param>
public sealed record FilledMesh(
    TriangleMesh Mesh, int FirstPatchVertex, int FirstPatchFace, int FilledLoops, int OpenLoops);
