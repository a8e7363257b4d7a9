using System.Buffers.Binary;
using Archwright.Dental;
using Archwright.Formats.Review;
using Archwright.Geometry;

namespace Archwright.Formats.Tests.Review;

public sealed class PackedMeshTests
{
    [Fact]
    public void A_tooth_sized_mesh_unpacks_to_within_a_thousandth_of_a_millimetre()
    {
        TriangleMesh mesh = new(
            [new(-3.1234567, 100.5, 7), new(8.7, 112.2, 7.01), new(0.333, 105, 19.9)], [new Triangle(0, 1, 2)]);
        PackedMesh packed = PackedMesh.Of(mesh);
        byte[] bytes = Convert.FromBase64String(packed.Positions);
        for (int i = 0; i < 3; i++)
        {
            double Axis(int axis) =>
                packed.Origin[axis] + (packed.Step[axis] * BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan((i * 6) + (axis * 2))));
            Vec3.Distance(new Vec3(Axis(0), Axis(1), Axis(2)), mesh.Vertices[i]).ShouldBeLessThan(0.001);
        }
    }

    [Theory]
    [InlineData(65536, 2)]
    [InlineData(65537, 4)]
    public void Corners_take_four_bytes_only_where_two_do_not_reach(int vertices, int indexBytes)
    {
        var positions = new Vec3[vertices];
        TriangleMesh mesh = new(positions, [new Triangle(0, 1, vertices - 1)]);
        PackedMesh packed = PackedMesh.Of(mesh);
        packed.IndexBytes.ShouldBe(indexBytes);
        byte[] corners = Convert.FromBase64String(packed.Indices);
        corners.Length.ShouldBe(3 * indexBytes);
        int last = indexBytes == 2
            ? BinaryPrimitives.ReadUInt16LittleEndian(corners.AsSpan(4))
            : (int)BinaryPrimitives.ReadUInt32LittleEndian(corners.AsSpan(8));
        last.ShouldBe(vertices - 1);
    }

    [Fact]
    public void A_flat_and_an_empty_mesh_are_packed_too()
    {
        PackedMesh flat = PackedMesh.Of(new TriangleMesh([new(0, 0, 5), new(1, 0, 5), new(0, 1, 5)], [new Triangle(0, 1, 2)]));
        flat.Step[2].ShouldBe(0);
        PackedMesh.Of(TriangleMesh.Empty).VertexCount.ShouldBe(0);
    }

    [Fact]
    public void A_gingiva_without_four_influences_a_vertex_is_refused() =>
        Should.Throw<ArgumentException>(() => PackedGingiva.Of(
            new ReviewGingiva(Jaw.Upper, ReviewSample.Tetrahedron(Vec3.Zero), [new GingivaInfluence(11, 1)])));
}
