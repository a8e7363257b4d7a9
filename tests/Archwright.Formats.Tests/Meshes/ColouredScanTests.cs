using System.Globalization;
using System.Text;
using Archwright.Geometry;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Meshes;

/// <summary>Scans with colours, as scanners export them: the surface is read as it is, the colours are known and left.</summary>
public class ColouredScanTests
{
    private static readonly TriangleMesh Box = MeshBytes.Box();

    [Theory]
    [InlineData("property uchar red\nproperty uchar green\nproperty uchar blue\n", "255 0 12")]
    [InlineData("property float nx\nproperty float ny\nproperty float nz\nproperty uchar red\nproperty uchar green\nproperty uchar blue\nproperty uchar alpha\n", "0 0 1 255 0 12 255")]
    public void A_coloured_ply_is_read(string properties, string values)
    {
        var text = new StringBuilder($"ply\nformat ascii 1.0\ncomment TextureFile scan.png\nelement vertex 8\nproperty float x\nproperty float y\nproperty float z\n{properties}element face 12\nproperty list uchar int vertex_indices\nend_header\n");
        foreach (Vec3 v in Box.Vertices)
            text.Append(CultureInfo.InvariantCulture, $"{v.X} {v.Y} {v.Z} {values}\n");
        foreach (Triangle t in Box.Triangles)
            text.Append(CultureInfo.InvariantCulture, $"3 {t.A} {t.B} {t.C}\n");

        IsTheBox("scan.ply", text);
    }

    [Fact]
    public void A_coloured_and_textured_obj_is_read()
    {
        var text = new StringBuilder("mtllib scan.mtl\n");
        foreach (Vec3 v in Box.Vertices)
            text.Append(CultureInfo.InvariantCulture, $"v {v.X} {v.Y} {v.Z} 0.8 0.5 0.4\nvt 0.5 0.5\n");
        text.Append("usemtl skin\n");
        foreach (Triangle t in Box.Triangles)
            text.Append(CultureInfo.InvariantCulture, $"f {t.A + 1}/{t.A + 1} {t.B + 1}/{t.B + 1} {t.C + 1}/{t.C + 1}\n");

        IsTheBox("scan.obj", text);
    }

    private static void IsTheBox(string name, StringBuilder text)
    {
        ImportedMesh read = MeshReader.Read(name, Encoding.ASCII.GetBytes(text.ToString()), ImportMode.Strict).Require();

        read.Facts.HasColors.ShouldBeTrue();
        read.Mesh.Vertices.ToArray().ShouldBe(Box.Vertices.ToArray());
        read.Mesh.Triangles.ToArray().ShouldBe(Box.Triangles.ToArray());
    }
}
