using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.TestKit.Shapes;

namespace Archwright.Mutations.Cases;

/// <summary>The forms a scan may be written in.</summary>
internal static class MeshForm
{
    public static IReadOnlyList<string> All { get; } = ["ply", "ply-text", "ply-big", "ply-odd", "stl", "stl-text", "obj"];

    public static string Extension(string form) => form.Split('-')[0];

    public static byte[] Write(string form, TriangleMesh mesh) => form switch
    {
        "ply-text" => MeshBytes.PlyText(mesh),
        "ply-big" => MeshBytes.PlyBinary(mesh, bigEndian: true),
        "ply-odd" => MeshBytes.PlyBinary(mesh, bigEndian: false),
        "stl" => StlWriter.Write(mesh, "mutant"),
        "stl-text" => MeshBytes.StlText(mesh),
        "obj" => MeshBytes.Obj(mesh),
        _ => PlyWriter.Write(mesh),
    };

    /// <summary>Labels of a scan; by vertex too where the form has the mesh's vertices.</summary>
    public static byte[] Labels(ArchDraft arch) =>
        LabelFile.Write(new ArchScan(arch.Jaw, arch.ToMesh(), [.. arch.Labels]));
}
