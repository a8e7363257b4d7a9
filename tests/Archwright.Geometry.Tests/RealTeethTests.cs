using Archwright.Formats;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Geometry.Tests;

/// <summary>Figures on the rooted teeth of one patient (open-full-jaw-p26), which are closed and meet in the bite.</summary>
public class RealTeethTests
{
    private static RunContext Context { get; } = new(2);

    [RealDataFact]
    public void Teeth_are_closed_and_of_tooth_size()
    {
        foreach (int fdi in new[] { 11, 26, 36, 43 })
        {
            TriangleMesh tooth = Tooth(fdi);

            MeshTopology.Of(tooth).IsClosed.ShouldBeTrue();
            MeshMeasures.Volume(tooth).ShouldBeInRange(200, 1600);
        }
    }

    [RealDataTheory]
    [InlineData(25, 36, 0.24, 0.34)]
    [InlineData(26, 37, 0.24, 0.34)]
    [InlineData(11, 21, -0.3, -0.1)]
    public void Contacts_have_the_depth_that_dense_exact_search_finds(int first, int second, double low, double high)
    {
        CollisionBody a = CollisionBody.Build(Tooth(first), Context);
        CollisionBody b = CollisionBody.Build(Tooth(second), Context);

        Approach approach = Penetration.Between(a, RigidTransform.Identity, b, RigidTransform.Identity);

        // negative depth stands for a gap
        (-approach.ClearanceMm).ShouldBeInRange(low, high);
        double exact = Math.Min(Least(a, b), Least(b, a));
        approach.ClearanceMm.ShouldBe(exact, 0.02);
    }

    [RealDataFact]
    public void A_tooth_survives_the_way_through_a_voxel_solid_and_decimation()
    {
        TriangleMesh tooth = Tooth(36);

        TriangleMesh solid = VoxelSolid.FromMesh(tooth, 0.25, Context).ToMesh(Context);
        TriangleMesh light = Decimation.Simplify(solid, 4000);

        foreach (TriangleMesh mesh in new[] { solid, light })
        {
            MeshTopology.Of(mesh).IsClosed.ShouldBeTrue();
            MeshTopology.Of(mesh).IsManifold.ShouldBeTrue();
            MeshMeasures.Volume(mesh).ShouldBe(MeshMeasures.Volume(tooth), 0.01 * MeshMeasures.Volume(tooth));
        }

        ClosestHit[] hits = Bvh.Build(tooth).Closest(light.Vertices.ToArray(), Context);
        hits.Average(h => h.DistanceMm).ShouldBeLessThan(0.02);
    }

    [RealDataFact]
    public void A_crown_cut_from_its_root_closes_again()
    {
        TriangleMesh tooth = Tooth(36);
        double middle = tooth.Bounds.Center.Z;
        TriangleMesh crown = Submesh.Of(tooth, f => tooth.FaceCenter(f).Z > middle).Mesh;

        foreach (PatchShape shape in new[] { PatchShape.Membrane, PatchShape.ThinPlate })
        {
            FilledMesh filled = HoleFilling.FillAll(crown, HoleFillingOptions.Default with { Shape = shape });

            MeshTopology.Of(filled.Mesh).IsClosed.ShouldBeTrue();
            MeshTopology.Of(filled.Mesh).IsManifold.ShouldBeTrue();
            MeshMeasures.Volume(filled.Mesh).ShouldBeInRange(100, MeshMeasures.Volume(tooth));
        }
    }

    [RealDataFact]
    public void A_tooth_finds_back_to_itself()
    {
        TriangleMesh tooth = Tooth(36);
        Vec3 center = MeshMeasures.Centroid(tooth);
        RigidTransform moved = RigidTransform.AboutPoint(Rotation.FromVector(new Vec3(0.1, 0.1, -0.15)), center, new Vec3(0.5, -0.5, 0.4));

        IcpResult result = Icp.Register(
            tooth.Transformed(moved), Bvh.Build(tooth), RigidTransform.Identity, IcpOptions.Default, Context);

        Vec3.Distance((result.TargetFromSource * moved).Apply(center), center).ShouldBeLessThan(0.01);
    }

    private static TriangleMesh Tooth(int fdi) =>
        MeshReader.Read(Path.Combine(RealData.Case("open-full-jaw-p26"), "teeth", $"{fdi}.ply"), ImportMode.Strict).Require().Mesh;

    /// <summary>Least exact distance from a dense sampling of the second surface to the first.</summary>
    private static double Least(CollisionBody body, CollisionBody other)
    {
        TriangleMesh fine = Subdivision.Midpoint(other.Mesh, 2);
        Aabb box = body.Mesh.Bounds.Inflated(0.5);
        Vec3[] near = [.. fine.Vertices.ToArray().Where(box.Contains)];
        return body.Distance.At(near, Context).Min();
    }
}
