using Archwright.Dental;
using Archwright.Fabrication.Tests.Models;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Tests.Gingiva;

public class GingivaSkinTests
{
    private static readonly MeasuredArch Arch = SampleArch.Scans.Upper!;
    private static readonly TriangleMesh Gingiva = Arch.Gingiva!;
    private static readonly GingivaSkin Skin = GingivaSkin.Build(Gingiva, Arch.Teeth, new RunContext(2));

    [Fact]
    public void Without_motion_nothing_moves()
    {
        TriangleMesh still = Skin.Apply(new Dictionary<ToothId, RigidTransform>());

        still.Vertices.SequenceEqual(Gingiva.Vertices).ShouldBeTrue();
    }

    [Fact]
    public void The_margin_follows_its_tooth_and_what_is_far_stays()
    {
        Tooth tooth = Arch.Teeth.Single(t => t.Id.Fdi == 11);
        Bvh body = Bvh.Build(tooth.Mesh);
        Bvh others = Bvh.Build(Submesh.Concatenate([.. Arch.Teeth.Where(t => t.Id != tooth.Id).Select(t => t.Mesh)]));
        RigidTransform pose = Movement.Apply(tooth, RigidTransform.Identity, 0.5, 0.8, -0.4, 12, 4, -5);
        TriangleMesh moved = Skin.Apply(new Dictionary<ToothId, RigidTransform> { [tooth.Id] = pose });
        int margin = 0;
        double worstMargin = 0;
        double worstFar = 0;
        for (int v = 0; v < Gingiva.VertexCount; v++)
        {
            Vec3 p = Gingiva.Vertices[v];
            double d = body.Closest(p, GingivaSkin.ReachMm).DistanceMm;
            if (d < 1e-6 && others.Closest(p, 1).DistanceMm >= 1)
            {
                margin++;
                worstMargin = Math.Max(worstMargin, Vec3.Distance(moved.Vertices[v], pose.Apply(p)));
            }

            if (d >= GingivaSkin.ReachMm)
                worstFar = Math.Max(worstFar, Vec3.Distance(moved.Vertices[v], p));
        }

        margin.ShouldBeGreaterThan(10);
        worstMargin.ShouldBeLessThan(0.02);
        worstFar.ShouldBe(0);
    }

    [Fact]
    public void Weights_are_shares_and_do_not_jump_between_neighbours()
    {
        TriangleMesh moved = Skin.Apply(SampleArch.Moved(Arch, 0.25));
        float least = 0;
        float most = 0;
        for (int v = 0; v < Gingiva.VertexCount; v++)
        {
            float sum = 0;
            foreach (float w in Skin.WeightsOf(v))
            {
                least = Math.Min(least, w);
                sum += w;
            }

            most = Math.Max(most, sum);
        }

        least.ShouldBe(0);
        most.ShouldBeLessThanOrEqualTo(1.00001f);
        // neighbouring teeth part by up to a millimetre here; no edge takes more than that
        double stretch = Gingiva.Triangles.ToArray().Max(t => Math.Abs(
            Vec3.Distance(moved.Vertices[t.A], moved.Vertices[t.B]) - Vec3.Distance(Gingiva.Vertices[t.A], Gingiva.Vertices[t.B])));
        stretch.ShouldBeLessThan(1);
    }

    [Fact]
    public void The_skin_does_not_depend_on_threads()
    {
        GingivaSkin one = GingivaSkin.Build(Gingiva, Arch.Teeth, new RunContext());
        Enumerable.Range(0, Gingiva.VertexCount).All(v => one.WeightsOf(v).SequenceEqual(Skin.WeightsOf(v))).ShouldBeTrue();
    }
}
