using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Geometry.Tests.Registration;

public class IcpTests
{
    [Fact]
    public void A_moved_copy_comes_back()
    {
        TriangleMesh mesh = TestShapes.BumpySphere(5, 1.0, 4);
        var moved = new RigidTransform(Rotation.FromVector(new Vec3(0.1, -0.15, 0.1)), new Vec3(0.4, 0.3, -0.5));

        IcpResult result = Icp.Register(
            mesh.Transformed(moved), Bvh.Build(mesh), RigidTransform.Identity, IcpOptions.Default, new RunContext());

        result.HasConverged.ShouldBeTrue();
        result.RmsMm.ShouldBeLessThan(1e-3);
        RigidTransform left = result.TargetFromSource * moved;
        left.Translation.Length.ShouldBeLessThan(2e-3);
        left.Rotation.ToVector().Length.ShouldBeLessThan(1e-3);
    }

    [Fact]
    public void Trimming_bears_a_part_without_counterpart()
    {
        TriangleMesh mesh = TestShapes.BumpySphere(5, 1.0, 4);
        TriangleMesh part = Submesh.Of(mesh, f => mesh.FaceCenter(f).Z < 2.5).Mesh;
        var moved = new RigidTransform(Rotation.FromVector(new Vec3(0.05, 0.05, 0.05)), new Vec3(0.2, 0.1, -0.2));

        IcpResult result = Icp.Register(
            mesh.Transformed(moved), Bvh.Build(part), RigidTransform.Identity, IcpOptions.Default with { KeptShare = 0.6 }, new RunContext());

        (result.TargetFromSource * moved).Translation.Length.ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Nothing_near_is_said_not_thrown()
    {
        IcpResult result = Icp.Register(
            TestShapes.Cube(), Bvh.Build(TestShapes.Cube()), new RigidTransform(Rotation.Identity, new Vec3(90, 0, 0)),
            IcpOptions.Default with { DistanceMmMax = 1 }, new RunContext());

        result.HasConverged.ShouldBeFalse();
        result.KeptShare.ShouldBe(0);
    }
}
