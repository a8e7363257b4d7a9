using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;
using Archwright.TestKit;

namespace Archwright.Analysis.Tests.Landmarks;

public class ArchLandmarksTests
{
    private static readonly Lazy<IReadOnlyList<ScanLandmark>> Found = new(() =>
        [.. new[] { SyntheticArches.Made.Upper!, SyntheticArches.Made.Lower! }.SelectMany(s => ArchLandmarks.Of(s, new RunContext()).Require())]);

    [Fact]
    public void A_cusp_is_found_near_each_true_one()
    {
        double[] errors =
        [
            .. SyntheticArches.Made.Teeth.Where(t => t.Id.Class != ToothClass.Incisor)
                .SelectMany(t => t.Tooth.Landmarks.Cusps.Select(c => Found.Value
                    .Where(l => l.Tooth == t.Id && l.Type == LandmarkType.Cusp).Min(l => Vec3.Distance(l.Point, c)))),
        ];

        errors.Order().ElementAt(errors.Length / 2).ShouldBeLessThan(0.7);
        errors.Average().ShouldBeLessThan(1);
    }

    [Fact]
    public void Points_of_a_thinned_scan_lie_on_its_surface_nearer_to_the_truth_than_vertices_do()
    {
        SyntheticCase coarse = SyntheticDentition.Create(SynthesisPresets.MildCrowding(77) with { TrianglesPerArch = 10_000 }, new RunContext(2));
        ScanLandmark[] found = [.. ArchLandmarks.Of(coarse.Lower!, new RunContext()).Require()];
        var faces = Bvh.Build(coarse.Lower!.Mesh);
        Vec3[] cusps = [.. coarse.Teeth.Where(t => t.Id.Jaw == Jaw.Lower && t.Id.Class != ToothClass.Incisor).SelectMany(t => t.Tooth.Landmarks.Cusps)];
        ScanLandmark Nearest(Vec3 cusp) => found.Where(l => l.Type == LandmarkType.Cusp).MinBy(l => Vec3.Distance(l.Point, cusp))!;
        Vec3 Vertex(Vec3 p) => coarse.Lower!.Mesh.Vertices.ToArray().MinBy(v => Vec3.Distance(v, p));

        found.Where(l => l.Type is not (LandmarkType.Outer or LandmarkType.Inner)).ShouldAllBe(l => faces.Closest(l.Point, double.PositiveInfinity).DistanceMm < 0.05);
        cusps.Average(c => Vec3.Distance(Nearest(c).Point, c)).ShouldBeLessThan(cusps.Average(c => Vec3.Distance(Vertex(Nearest(c).Point), c)));
    }

    [Fact]
    public void Marginal_ridges_lie_in_the_occlusal_half_one_mesial_one_distal()
    {
        foreach (SyntheticTooth made in SyntheticArches.Made.Teeth)
        {
            Vec3 ridge = made.Tooth.Frame.PointToLocal(At(made.Id, LandmarkType.MesialRidge));
            Vec3 distal = made.Tooth.Frame.PointToLocal(At(made.Id, LandmarkType.DistalRidge));

            ridge.X.ShouldBeGreaterThan(distal.X, made.Id.ToString());
            Math.Min(ridge.Z, distal.Z).ShouldBeGreaterThan(0, made.Id.ToString());
        }
    }

    [Fact]
    public void Neighbours_meet_in_one_place()
    {
        ToothId[] row = [.. SyntheticArches.Made.Teeth.Select(t => t.Id).Where(t => t.Jaw == Jaw.Lower).OrderBy(t => t.ArchPlace)];
        double[] apart =
        [
            .. row.Zip(row.Skip(1), (a, b) => Vec3.Distance(
                At(a, a.IsRight ? LandmarkType.Mesial : LandmarkType.Distal), At(b, b.IsRight ? LandmarkType.Distal : LandmarkType.Mesial))),
        ];

        apart.Average().ShouldBeLessThan(1.5);
    }

    [Fact]
    public void A_contact_lies_in_the_occlusal_part_and_behind_the_front_teeth_facial_to_the_middle()
    {
        foreach (SyntheticTooth made in SyntheticArches.Made.Teeth.Where(t => !t.Id.IsAnterior))
        {
            Vec3 mesial = made.Tooth.Frame.PointToLocal(At(made.Id, LandmarkType.Mesial));
            Vec3 margin = made.Tooth.Frame.PointToLocal(made.Tooth.Landmarks.FacialMargin);
            Vec3 lingual = made.Tooth.Frame.PointToLocal(made.Tooth.Landmarks.LingualPoint);

            mesial.Z.ShouldBeGreaterThan(margin.Z, made.Id.ToString());
            mesial.Y.ShouldBeGreaterThan((lingual.Y / 2) - 1, made.Id.ToString());
        }
    }

    [Fact]
    public void Front_teeth_have_a_cingulum_in_their_cervical_half_and_others_have_none()
    {
        foreach (IGrouping<ToothId, ScanLandmark> tooth in Found.Value.GroupBy(l => l.Tooth))
        {
            tooth.Any(l => l.Type == LandmarkType.Cingulum).ShouldBe(tooth.Key.IsAnterior, tooth.Key.ToString());
            if (!tooth.Key.IsAnterior)
                continue;
            ToothFrame frame = SyntheticArches.Made.Teeth.Single(t => t.Id == tooth.Key).Tooth.Frame;
            frame.PointToLocal(At(tooth.Key, LandmarkType.Cingulum)).Z
                .ShouldBeLessThan(frame.PointToLocal(At(tooth.Key, LandmarkType.Lingual)).Z, tooth.Key.ToString());
        }
    }

    [RealDataFact]
    public void Landmarks_of_real_arches_lie_within_a_millimetre_of_the_experts_on_average()
    {
        // the bench's landmark-eval prints them by source, kind and class of tooth
        ReferenceLandmarks[] pairs =
        [
            .. Directory.GetFiles(Path.GetDirectoryName(RealData.Case("striar-s1"))!, "*.landmarks.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).SelectMany(f => ReferenceLandmarks.Of(f).Pairs),
        ];

        pairs.Length.ShouldBe(719);
        pairs.Average(p => p.ErrorMm).ShouldBeLessThan(1.0);
        pairs.Select(p => p.ErrorMm).Order().ElementAt(pairs.Length / 2).ShouldBeLessThan(0.7);
    }

    private static Vec3 At(ToothId id, LandmarkType type) => Found.Value.Single(l => l.Tooth == id && l.Type == type).Point;
}
