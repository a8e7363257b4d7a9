using System.Collections.Immutable;
using System.Text;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Labels;

public class LabelFileTests
{
    private static readonly ImportedMesh Box = MeshReader.Read("box.ply", PlyWriter.Write(MeshBytes.Box()), ImportMode.Strict).Require();

    [Fact]
    public void Two_corners_make_a_face_a_tooths_and_three_different_ones_make_it_gingiva()
    {
        ScanLabels labels = Read("{\"jaw\":\"upper\",\"labels\":[11,11,0,12,12,0,0,0]}").Require();

        labels.AreFromFaces.ShouldBeFalse();
        ReadOnlySpan<Triangle> faces = Box.Mesh.Triangles;
        for (int f = 0; f < faces.Length; f++)
        {
            int[] corners = [.. new[] { faces[f].A, faces[f].B, faces[f].C }.Select(v => new[] { 11, 11, 0, 12, 12, 0, 0, 0 }[v])];
            int wanted = corners.GroupBy(c => c).FirstOrDefault(g => g.Count() >= 2)?.Key ?? 0;
            labels.FaceLabels[f].ShouldBe(wanted);
        }

        labels.FaceLabels.ShouldContain(11);
    }

    [Fact]
    public void Face_labels_win()
    {
        ScanLabels labels = Read(
            "{\"jaw\":\"upper\",\"labels\":[11,11,0,12,12,0,0,0],\"instances\":[1,1,0,2,2,0,0,0],\"face_labels\":[0,0,0,0,21,21,0,0,0,0,0,0],"
            + "\"source_fdi\":{\"21\":[1]},\"landmarks\":[]}").Require();

        labels.AreFromFaces.ShouldBeTrue();
        labels.FaceLabels.ShouldBe([0, 0, 0, 0, 21, 21, 0, 0, 0, 0, 0, 0]);
    }

    [Theory]
    [InlineData("{\"jaw\":\"lower\",\"labels\":[0,0,0,0,0,0,0,0]}", "labels-wrong-jaw", "$.jaw")]
    [InlineData("{\"jaw\":\"upper\",\"labels\":[0,0,0]}", "labels-count", "$.labels")]
    [InlineData("{\"jaw\":\"upper\",\"face_labels\":[0,0,0]}", "labels-count", "$.face_labels")]
    [InlineData("{\"jaw\":\"upper\",\"labels\":[0,0,19,0,0,0,0,0]}", "labels-no-fdi", "$.labels[2]")]
    [InlineData("{\"jaw\":\"upper\",\"labels\":[0,0,41,0,0,0,0,0]}", "labels-wrong-jaw", "$.labels[2]")]
    [InlineData("{\"jaw\":\"upper\"}", "labels-absent", "x.labels.json")]
    [InlineData("{\"jaw\":\"upper\",\n\"labels\":[0,0,1.5]}", "json-invalid", "line 2")]
    [InlineData("{\"jaw\":\"upper\",\"jaw\":\"upper\"}", "json-invalid", "jaw")]
    [InlineData("{\"jaw\":\"upper\",\"label\":[]}", "json-invalid", "label")]
    public void Wrong_labels_are_located_errors(string json, string code, string place)
    {
        Problem problem = Read(json).Problems[0];

        problem.Code.ShouldBe(code);
        problem.ToString().ShouldContain(place);
    }

    [Fact]
    public void Labels_of_a_repaired_scan_stay_on_their_faces()
    {
        // face 0 is degenerate and removed; vertex 0 repeats vertex 1 but is labelled otherwise
        byte[] obj = "v 0 0 0\nv 0 0 0\nv 1 0 0\nv 0 1 0\nv 1 1 0\nf 1 2 3\nf 2 3 4\nf 3 5 4\n"u8.ToArray();
        ImportedMesh scan = MeshReader.Read("x.obj", obj, ImportMode.Repair).Require();

        ScanLabels perVertex = LabelFile.Read("l", "{\"jaw\":\"upper\",\"labels\":[12,11,11,0,0]}"u8, Jaw.Upper, scan).Require();
        ScanLabels perFace = LabelFile.Read("l", "{\"jaw\":\"upper\",\"face_labels\":[12,11,13]}"u8, Jaw.Upper, scan).Require();

        perVertex.FaceLabels.ShouldBe([11, 0]);
        perFace.FaceLabels.ShouldBe([11, 13]);
    }

    [Fact]
    public void An_stl_takes_labels_per_corner_or_per_position()
    {
        ImportedMesh stl = MeshReader.Read("box.stl", StlWriter.Write(MeshBytes.Box()), ImportMode.Repair).Require();
        string perCorner = string.Join(',', Enumerable.Repeat(11, 36));

        LabelFile.Read("l", Encoding.ASCII.GetBytes($"{{\"jaw\":\"upper\",\"labels\":[{perCorner}]}}"), Jaw.Upper, stl).Require()
            .FaceLabels.ShouldAllBe(l => l == 11);
        LabelFile.Read("l", "{\"jaw\":\"upper\",\"labels\":[11,11,11,11,11,11,11,11]}"u8, Jaw.Upper, stl).Require()
            .FaceLabels.ShouldAllBe(l => l == 11);
    }

    [Fact]
    public void Written_labels_read_back()
    {
        ImmutableArray<int> faces = [11, 11, 12, 12, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] bytes = LabelFile.Write(new ArchScan(Jaw.Upper, Box.Mesh, faces));

        LabelFile.Read("l", bytes, Jaw.Upper, Box).Require().FaceLabels.ShouldBe(faces);
    }

    private static Result<ScanLabels> Read(string json) =>
        LabelFile.Read("x.labels.json", Encoding.ASCII.GetBytes(json), Jaw.Upper, Box);
}
