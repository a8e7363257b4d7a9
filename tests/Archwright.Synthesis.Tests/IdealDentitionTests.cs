using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests;

[Collection("ideal")]
public class IdealDentitionTests(IdealFixture ideal)
{
    [Fact]
    public void Widths_are_the_norms()
    {
        foreach (SyntheticTooth tooth in ideal.Case.Teeth)
            tooth.Tooth.Landmarks.WidthMm.ShouldBe(ToothNorms.Of(tooth.Id).MesiodistalMm, 0.06, tooth.Id.ToString());
    }

    [Fact]
    public void Bolton_ratios_are_the_norms()
    {
        double Sum(Jaw jaw, int last) =>
            ideal.Case.Teeth.Where(t => t.Id.Jaw == jaw && t.Id.Position <= last).Sum(t => t.Tooth.Landmarks.WidthMm);
        (100 * Sum(Jaw.Lower, 6) / Sum(Jaw.Upper, 6)).ShouldBe(91.3, 1.0);
        (100 * Sum(Jaw.Lower, 3) / Sum(Jaw.Upper, 3)).ShouldBe(77.2, 1.2);
    }

    [Fact]
    public void Overbite_and_overjet_are_in_range()
    {
        (double overbite, double overjet) = Bite(ideal.Case);
        overbite.ShouldBeInRange(2, 2.5);
        overjet.ShouldBeInRange(2, 2.5);
    }

    [Fact]
    public void Molars_stand_in_class_I()
    {
        foreach ((int upper, int lower) in new[] { (16, 46), (26, 36) })
        {
            double cusp = Tooth(ideal.Case, upper).Landmarks.Cusps[0].Y;
            ToothLandmarks molar = Tooth(ideal.Case, lower).Landmarks;
            cusp.ShouldBe(0.5 * (molar.Cusps[0].Y + molar.Cusps[1].Y), 0.8);
        }
    }

    [Fact]
    public void No_two_teeth_overlap_and_neighbours_touch()
    {
        // one side and its neighbours across the midline: the other is its mirror image
        SyntheticTooth[] teeth = [.. ideal.Case.Teeth.Where(t => t.Id.IsRight || t.Id.Position == 1)];
        var bodies = new CollisionBody[teeth.Length];
        var ctx = new RunContext(2);
        ctx.For(teeth.Length, i => bodies[i] = CollisionBody.Build(teeth[i].Tooth.Mesh, new RunContext()));
        for (int i = 0; i < teeth.Length; i++)
        {
            for (int j = i + 1; j < teeth.Length; j++)
            {
                Approach approach = Penetration.Between(bodies[i], RigidTransform.Identity, bodies[j], RigidTransform.Identity);
                approach.DepthMm.ShouldBeLessThan(0.1, $"{teeth[i].Id} and {teeth[j].Id}");
                if (j == i + 1 && teeth[i].Id.Jaw == teeth[j].Id.Jaw)
                    approach.GapMm.ShouldBeLessThan(0.06, $"{teeth[i].Id} and {teeth[j].Id}");
            }
        }
    }

    [Fact]
    public void Posterior_teeth_meet_their_antagonists()
    {
        SyntheticTooth[] lower = [.. ideal.Case.Teeth.Where(t => t.Id.Jaw == Jaw.Lower)];
        Bvh[] surfaces = [.. lower.Select(t => Bvh.Build(t.Tooth.Mesh))];
        foreach (SyntheticTooth upper in ideal.Case.Teeth.Where(t => t.Id.Jaw == Jaw.Upper && !t.Id.IsAnterior))
        {
            double nearest = double.PositiveInfinity;
            foreach (Vec3 p in upper.Tooth.Mesh.Vertices)
            {
                foreach (Bvh surface in surfaces)
                    nearest = Math.Min(nearest, surface.Closest(p, 0.5).DistanceMm);
            }

            nearest.ShouldBeLessThan(0.1, upper.Id.ToString());
        }
    }

    [Fact]
    public void Inclination_of_the_facial_surface_is_the_norm()
    {
        foreach (SyntheticTooth tooth in ideal.Case.Teeth)
        {
            ToothFrame f = tooth.Tooth.Frame;
            Vec3 vertical = new(0, 0, tooth.Id.Jaw == Jaw.Upper ? -1 : 1);
            Vec3 outward = (f.Facial with { Z = 0 }).Normalized();
            double lean = double.RadiansToDegrees(Math.Atan2(Vec3.Dot(f.Occlusal, outward), Vec3.Dot(f.Occlusal, vertical)));
            (lean + tooth.FacialTangentDeg).ShouldBe(ToothNorms.Of(tooth.Id).TorqueDeg, 0.5, tooth.Id.ToString());
        }
    }

    [Fact]
    public void Frames_are_right_handed_in_quadrants_1_and_3_and_left_handed_in_2_and_4()
    {
        foreach (SyntheticTooth tooth in ideal.Case.Teeth)
        {
            ToothFrame f = tooth.Tooth.Frame;
            Vec3.Dot(Vec3.Cross(f.Mesial, f.Facial), f.Occlusal)
                .ShouldBe(tooth.Id.Quadrant is 1 or 3 ? 1 : -1, 1e-9, tooth.Id.ToString());
        }
    }

    [Fact]
    public void Truth_meshes_are_closed_spheres_with_outward_faces()
    {
        foreach (SyntheticTooth tooth in ideal.Case.Teeth)
        {
            TriangleMesh mesh = tooth.Tooth.Mesh;
            MeshTopology topology = MeshTopology.Of(mesh);
            topology.IsClosed.ShouldBeTrue(tooth.Id.ToString());
            topology.IsManifold.ShouldBeTrue(tooth.Id.ToString());
            (mesh.VertexCount - (mesh.TriangleCount / 2)).ShouldBe(2, tooth.Id.ToString());
            double volume = 0;
            foreach (Triangle t in mesh.Triangles)
                volume += Vec3.Dot(mesh.Vertices[t.A], Vec3.Cross(mesh.Vertices[t.B], mesh.Vertices[t.C])) / 6;
            volume.ShouldBeInRange(100, 1500, tooth.Id.ToString());
        }
    }

    internal static (double Overbite, double Overjet) Bite(SyntheticCase made)
    {
        Vec3 upper = (Tooth(made, 11).Landmarks.OcclusalPoint + Tooth(made, 21).Landmarks.OcclusalPoint) * 0.5;
        Vec3 lower = (Tooth(made, 31).Landmarks.OcclusalPoint + Tooth(made, 41).Landmarks.OcclusalPoint) * 0.5;
        // the facial edge of a lower incisor lies about 0.4 mm before the middle of its edge
        return (lower.Z - upper.Z, lower.Y - 0.4 - upper.Y);
    }

    private static Tooth Tooth(SyntheticCase made, int fdi) => made.Teeth.Single(t => t.Id.Fdi == fdi).Tooth;
}
