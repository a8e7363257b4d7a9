using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Crowns as pieces of two flat legs of a lower arch.</summary>
public class CrownEndsTests
{
    private const double LegMm = 60;
    private const double StepMm = 0.5;
    private const double Larger = 1.1;

    [Fact]
    public void The_last_crown_of_each_side_ends_where_the_size_of_the_others_and_its_number_tell()
    {
        // the crown of 37 runs on over 4 mm of gum
        (ArchView view, int[] label, SolvedTooth[] teeth) = Legs(tooMuchMm: 4);

        SolvedTooth[] ended = CrownEnds.Of(view, label, teeth);

        ended.Where(t => t.End is not null).Select(t => t.Id.Fdi).Order().ShouldBe([37, 47]);
        CrownEnd end = ended.Single(t => t.Id.Fdi == 37).End!.Value;
        end.Outwards.Y.ShouldBe(1, 1e-9);
        end.AtMm.ShouldBe(Larger * new[] { 34, 35, 36, 37 }.Sum(Width), 0.7);
        end.DeviationMm.ShouldBe(Larger * ToothNorms.Of(ToothId.FromFdi(37)).WidthDeviationMm, 0.1);
    }

    [Fact]
    public void A_crown_is_the_less_likely_the_further_beyond_its_end_and_as_good_as_certain_within()
    {
        var end = new CrownEnd(Vec3.UnitY, 10, 0.6);

        end.Surprise(new Vec3(3, 7, 1)).ShouldBeLessThan(0.001);
        end.Surprise(new Vec3(3, 10, 1)).ShouldBe(Math.Log(2), 1e-9);
        end.Surprise(new Vec3(3, 11.8, 1)).ShouldBeGreaterThan(5);
        double.IsFinite(end.Surprise(new Vec3(3, 1000, 1))).ShouldBeTrue();
    }

    [Fact]
    public void Too_few_crowns_tell_no_end()
    {
        (ArchView view, int[] label, SolvedTooth[] teeth) = Legs(tooMuchMm: 0);
        int[] two = [.. label.Select(l => l <= 2 ? l : 0)];

        CrownEnds.Of(view, two, teeth[..2]).ShouldAllBe(t => t.End == null);
    }

    [Fact]
    public void Beyond_its_end_a_crown_costs_more_and_the_gum_as_much_as_before()
    {
        (ArchView view, int[] label, SolvedTooth[] teeth) = Legs(tooMuchMm: 4);
        float[][] belief = [.. label.Select(_ => new float[] { 0.4f, 0, 0, 0, 0, 0, 0, 0.6f, 0 })];
        var evidence = new PointEvidence(belief, view.Mesh.Vertices.ToArray(), view.AreaMm2, 0);
        SolvedTooth last = teeth.Single(t => t.Id.Fdi == 37) with { Center = new Vec3(22, 32, 0) };
        var end = new CrownEnd(Vec3.UnitY, 36, 0.6);
        foreach (double beyond in (double[])[-4, 0, 2])
        {
            int at = Array.FindIndex(view.Mesh.Vertices.ToArray(), p => p.X == 22 && Math.Abs(p.Y - 36 - beyond) < 0.1);

            float[] free = LabelCosts.At(view, evidence, [last], at);
            float[] ended = LabelCosts.At(view, evidence, [last with { End = end }], at);

            ended[0].ShouldBe(free[0]);
            (ended[1] - free[1]).ShouldBe((float)end.Surprise(view.Mesh.Vertices[at]), 1e-4f);
        }
    }

    [Fact]
    public void A_solved_arch_knows_where_its_last_crowns_end_and_not_of_merged_ones()
    {
        ArchSolution solution = ArchSegmentation.Solve(SyntheticArches.Made.Upper!.Mesh, Jaw.Upper, new RunContext(2)).Require();
        int[] places = [.. solution.Teeth.Select(t => t.Id.ArchPlace).Order()];

        solution.Teeth.Where(t => t.End is not null).Select(t => t.Id.ArchPlace).Order().ShouldBe([places[0], places[^1]]);
        int last = solution.Teeth.Single(t => t.Id.ArchPlace == places[^1]).Id.Fdi;
        int next = solution.Teeth.Single(t => t.Id.ArchPlace == places[^2]).Id.Fdi;
        var merge = new LabelEdit { Kind = LabelEditKind.Merge, Fdi = last, With = next };
        LabelEditing.Apply(solution, [merge], new RunContext()).Require().Teeth.Single(t => t.Id.Fdi == last).End.ShouldBeNull();
    }

    private static double Width(int fdi) => ToothNorms.Of(ToothId.FromFdi(fdi)).MesiodistalMm;

    // premolars and molars of both sides, a tenth larger than published, from y = 0 backwards
    private static (ArchView View, int[] Label, SolvedTooth[] Teeth) Legs(double tooMuchMm)
    {
        var points = new List<Vec3>();
        var faces = new List<Triangle>();
        var label = new List<int>();
        var teeth = new List<SolvedTooth>();
        foreach ((int side, int quadrant) in (ReadOnlySpan<(int, int)>)[(1, 30), (-1, 40)])
        {
            (int first, int wide, int deep) = (points.Count, (int)(LegMm / StepMm), 14);
            double[] ends = [.. Enumerable.Range(4, 4).Select(n => Larger * Enumerable.Range(4, n - 3).Sum(k => Width(quadrant + k)))];
            ends[^1] += quadrant == 30 ? tooMuchMm : 0;
            for (int i = 0; i < wide; i++)
            {
                for (int j = 0; j < deep; j++)
                {
                    points.Add(new Vec3(side * (19 + (j * StepMm)), i * StepMm, 0));
                    int at = Array.FindIndex(ends, e => i * StepMm < e);
                    label.Add(at < 0 ? 0 : teeth.Count + at + 1);
                    if (i == 0 || j == 0)
                        continue;
                    int v = first + (i * deep) + j;
                    (int a, int b) = side > 0 ? (v - 1, v - deep) : (v - deep, v - 1);
                    faces.Add(new Triangle(v, a, b));
                    faces.Add(new Triangle(v - deep - 1, b, a));
                }
            }

            teeth.AddRange(Enumerable.Range(4, 4).Select(n => new SolvedTooth(ToothId.FromFdi(quadrant + n), new Vec3(side * 22, 0, 0), 1)));
        }

        var pose = new ArchPose(RigidTransform.Identity, new ArchPath(22, 0), 0, 1, 1);
        return (ArchView.Of(new TriangleMesh([.. points], [.. faces]), pose), [.. label], [.. teeth]);
    }
}
