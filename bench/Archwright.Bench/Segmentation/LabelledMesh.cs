using Archwright.Geometry;

namespace Archwright.Bench.Segmentation;

/// <summary>A mesh with an FDI number per vertex, 0 = gingiva.</summary>
internal sealed record LabelledMesh(string Name, bool IsUpper, TriangleMesh Mesh, int[] Labels);
