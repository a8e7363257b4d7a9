using System.Buffers.Binary;
using System.Text;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Meshes;

public class MeshReaderTests
{
    public static TheoryData<string, MeshFormat> Forms => new()
    {
        { "a.ply", MeshFormat.PlyBinaryLittleEndian },
        { "le.ply", MeshFormat.PlyBinaryLittleEndian },
        { "be.ply", MeshFormat.PlyBinaryBigEndian },
        { "text.ply", MeshFormat.PlyAscii },
        { "a.STL", MeshFormat.StlBinary },
        { "text.stl", MeshFormat.StlAscii },
        { "a.obj", MeshFormat.Obj },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_reads_back_the_same_faces(string name, MeshFormat format)
    {
        TriangleMesh box = MeshBytes.Box();
        ImportedMesh read = MeshReader.Read(name, BytesOf(name, box), ImportMode.Strict).Require();

        read.Facts.Format.ShouldBe(format);
        read.Repairs.ShouldBeEmpty();
        read.Mesh.VertexCount.ShouldBe(8);
        read.Mesh.TriangleCount.ShouldBe(12);
        for (int f = 0; f < 12; f++)
        {
            for (int c = 0; c < 3; c++)
                Vec3.Distance(read.Mesh.Corner(f, c), box.Corner(f, c)).ShouldBeLessThan(1e-6);
        }
    }

    [Fact]
    public void Binary_stl_that_opens_with_solid_is_read_as_binary()
    {
        byte[] bytes = StlWriter.Write(MeshBytes.Box());
        "solid exported"u8.CopyTo(bytes);

        MeshReader.Read("box.stl", bytes, ImportMode.Strict).Require().Facts.Format.ShouldBe(MeshFormat.StlBinary);
    }

    [Fact]
    public void Labels_survive_repairs_through_the_maps()
    {
        // vertex 3 repeats vertex 0, face 1 is degenerate after merging, face 2 repeats face 0, vertex 5 is of no face,
        // vertex 6 is not finite and takes face 4 with it, face 5 points nowhere, face 6 has two corners only
        byte[] obj = Encoding.ASCII.GetBytes(
            "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 0\nv 1 1 0\nv 9 9 9\nv nan 0 0\n"
            + "f 1 2 3\nf 1 4 2\nf 4 2 3\nf 2 5 3\nf 1 2 7\nf 1 2 99\nf 1 2\n");
        ImportedMesh read = MeshReader.Read("x.obj", obj, ImportMode.Repair).Require();

        read.Mesh.TriangleCount.ShouldBe(2);
        read.Mesh.VertexCount.ShouldBe(4);
        read.FileFaceOfMeshFace.ShouldBe([0, 3]);
        read.MeshVertexOfFileVertex.ShouldBe([0, 1, 2, 0, 3, -1, -1]);
        read.Repairs.Select(r => (r.Code, r.Count)).ShouldBe(
        [
            ("faces-too-short", 1), ("vertices-not-finite", 1), ("duplicate-vertices", 1), ("faces-without-vertex", 1),
            ("faces-not-finite", 1), ("degenerate-faces", 1), ("repeated-faces", 1), ("isolated-vertices", 1),
        ]);
        // unmerged, the collapsed face is flat and the repeated one is not repeated
        MeshReader.Read("x.obj", obj, ImportMode.Strict).Problems.Select(p => p.Code).ShouldBe(
        [
            "faces-too-short", "vertices-not-finite", "duplicate-vertices", "faces-without-vertex", "faces-not-finite", "flat-faces",
            "isolated-vertices",
        ]);
        ImportedMesh seen = MeshReader.Read("x.obj", obj, ImportMode.Inspect).Require();
        // as it is: the duplicate and the isolated vertex stay, the three faces that no mesh can hold do not
        seen.Mesh.VertexCount.ShouldBe(6);
        seen.Mesh.TriangleCount.ShouldBe(4);
        seen.Repairs.ShouldContain(r => r.Code == "faces-without-vertex" && r.Count == 1);
    }

    [Fact]
    public void Polygons_become_fans_that_share_their_file_face()
    {
        byte[] ply = "ply\nformat ascii 1.0\nelement vertex 5\nproperty float x\nproperty float y\nproperty float z\nelement face 2\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n1 0 0\n1 1 0\n0 1 0\n2 0 0\n4 0 1 2 3\n3 1 4 2\n"u8.ToArray();
        ImportedMesh read = MeshReader.Read("q.ply", ply, ImportMode.Strict).Require();

        read.Mesh.Triangles.ToArray().ShouldBe([new Triangle(0, 1, 2), new Triangle(0, 2, 3), new Triangle(1, 4, 2)]);
        read.FileFaceOfMeshFace.ShouldBe([0, 0, 1]);
        read.Facts.FaceCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("a.ply")]
    [InlineData("be.ply")]
    [InlineData("text.ply")]
    [InlineData("a.stl")]
    [InlineData("text.stl")]
    public void A_truncated_file_is_an_error_except_to_look_at(string name)
    {
        byte[] bytes = BytesOf(name, MeshBytes.Sheet());
        byte[] half = bytes[..(bytes.Length * 9 / 10)];

        Problem problem = MeshReader.Read(name, half, ImportMode.Repair).Problems[^1];
        problem.Code.ShouldEndWith("truncated");
        problem.Location.ShouldContain(name);
        MeshReader.Read(name, half, ImportMode.Strict).IsOk.ShouldBeFalse();
        // the big-endian example holds its vertices last, so what is left has no vertex for some corners
        if (name != "be.ply")
            MeshReader.Read(name, half, ImportMode.Inspect).Require().Mesh.TriangleCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_count_is_held_against_the_bytes_before_memory_is_reserved()
    {
        byte[] ply = "ply\nformat binary_little_endian 1.0\nelement vertex 9999999\nproperty float x\nproperty float y\nproperty float z\nelement face 19999999\nproperty list uchar int vertex_indices\nend_header\n1234"u8.ToArray();
        byte[] stl = new byte[100];
        BinaryPrimitives.WriteUInt32LittleEndian(stl.AsSpan(80), uint.MaxValue);
        long before = GC.GetAllocatedBytesForCurrentThread();

        MeshReader.Read("x.ply", ply, ImportMode.Repair).Problems[^1].Code.ShouldBe("ply-truncated");
        MeshReader.Read("x.stl", stl, ImportMode.Repair).Problems[^1].Code.ShouldBe("stl-truncated");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Theory]
    [InlineData("x.ply", "ply\nformat ascii 2.0\nelement vertex -1\n", "line 3")]
    [InlineData("x.ply", "ply\nformat ascii 1.0\nproperty float x\n", "line 3")]
    [InlineData("x.ply", "plx\n", "line 1")]
    [InlineData("x.stl", "solid a\nfacet normal 0 0 0\nouter loop\nvertex 1 2 x\n", "line 4")]
    [InlineData("x.stl", "solid a\nfacet normal 0 0 0\nouter loop\nvertex 1 2 3\nendloop\nendfacet\n", "line 6")]
    [InlineData("x.obj", "v 1 2 3\n\\\n\nv 1 2\n", "line 4")]
    [InlineData("x.obj", "v 1 2 3\nf 1 a 2\n", "line 2")]
    [InlineData("x.txt", "hello", "x.txt")]
    public void A_syntax_error_is_located(string name, string text, string place)
    {
        Result<ImportedMesh> read = MeshReader.Read(name, Encoding.ASCII.GetBytes(text), ImportMode.Repair);

        read.IsOk.ShouldBeFalse();
        read.Problems[^1].Location.ShouldContain(place);
    }

    [Fact]
    public void Limits_hold_for_vertices_faces_polygons_and_lines()
    {
        var limits = new FormatLimits { VerticesMax = 7, FacesMax = 11, PolygonCornersMax = 2, LineBytesMax = 10 };
        string Code(string name, FormatLimits l) =>
            MeshReader.Read(name, BytesOf(name, MeshBytes.Box()), ImportMode.Repair, l).Problems[^1].Code;

        Code("a.ply", limits).ShouldBe("too-many-vertices");
        Code("a.stl", limits).ShouldBe("too-many-faces");
        Code("a.stl", limits with { FacesMax = 99 }).ShouldBe("too-many-vertices");
        Code("a.obj", limits).ShouldBe("line-too-long");
        Code("a.obj", limits with { LineBytesMax = 100 }).ShouldBe("too-many-vertices");
        Code("a.obj", limits with { LineBytesMax = 100, VerticesMax = 8 }).ShouldBe("polygon-too-large");
        Code("a.ply", limits with { VerticesMax = 8, FacesMax = 12 }).ShouldBe("polygon-too-large");
        Code("a.ply", new FormatLimits { MeshBytesMax = 100 }).ShouldBe("file-too-large");
    }

    internal static byte[] BytesOf(string name, TriangleMesh mesh) => name switch
    {
        "le.ply" => MeshBytes.PlyBinary(mesh, bigEndian: false),
        "be.ply" => MeshBytes.PlyBinary(mesh, bigEndian: true),
        "text.ply" => MeshBytes.PlyText(mesh),
        "text.stl" => MeshBytes.StlText(mesh),
        "a.obj" => MeshBytes.Obj(mesh),
        _ when name.EndsWith(".ply", StringComparison.Ordinal) => PlyWriter.Write(mesh),
        _ => StlWriter.Write(mesh),
    };
}
