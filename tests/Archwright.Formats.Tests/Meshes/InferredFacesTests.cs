using System.Text;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Meshes;

/// <summary>Faces that no scanner saw are marked in a tooth's file (REC-05).</summary>
public class InferredFacesTests
{
    private static readonly TriangleMesh Box = MeshBytes.Box();

    [Fact]
    public void REC_05_each_face_of_a_cut_tooth_says_whether_it_was_seen_and_the_file_reads_as_before()
    {
        byte[] bytes = PlyWriter.WriteTooth(new SeparatedTooth(ToothId.FromFdi(11), Box) { SeenFaces = 7 });

        Encoding.ASCII.GetString(bytes, 0, 400).ShouldContain("property uchar inferred\nend_header\n");
        byte[] marks = [.. Enumerable.Range(0, Box.TriangleCount).Select(f => bytes[bytes.Length - (14 * (Box.TriangleCount - f)) + 13])];
        marks.ShouldBe([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
        Result<ImportedMesh> read = MeshReader.Read("11.ply", bytes, ImportMode.Strict);
        read.Value.ShouldNotBeNull().Mesh.Triangles.ToArray().ShouldBe(Box.Triangles.ToArray());
    }

    [Fact]
    public void A_tooth_of_which_nothing_is_known_is_written_without_marks() =>
        PlyWriter.WriteTooth(new SeparatedTooth(ToothId.FromFdi(11), Box)).ShouldBe(PlyWriter.Write(Box));
}
