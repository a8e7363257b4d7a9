using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Each kind of edit: what it does, the least that is wrong with it and the nearest that is not, and that it leaves the rest alone.</summary>
public class LabelEditingTests
{
    // finer than the working mesh, so that labels are carried
    private static readonly Lazy<ArchSolution> Solved = new(() => ArchSegmentation.Solve(
        SyntheticDentition.Create(SynthesisPresets.MildCrowding(41) with { TrianglesPerArch = 50_000 }, new RunContext(2)).Lower!.Mesh,
        Jaw.Lower,
        new RunContext(2)).Require());

    private static ImmutableArray<int> Before => Solved.Value.Arch.VertexLabels;

    private static TriangleMesh Scan => Solved.Value.Layout.Scan;

    [Fact]
    public void A_removed_tooth_becomes_gingiva_and_nothing_else_changes()
    {
        ImmutableArray<int> after = Labels(new LabelEdit { Kind = LabelEditKind.Remove, Fdi = 36 });

        after.ShouldBe(Before.Select(l => l == 36 ? 0 : l));
        Bad(new LabelEdit { Kind = LabelEditKind.Remove, Fdi = 39 - 1 }).ShouldBe("label-edit-unknown-tooth $.edits[0].fdi");
    }

    [Fact]
    public void Numbers_that_follow_one_another_are_exchanged_at_once_and_a_taken_one_is_refused()
    {
        ImmutableArray<int> after = Labels(Renumber(34, 35), Renumber(35, 34), Renumber(37, 38));

        after.ShouldBe(Before.Select(l => l switch { 34 => 35, 35 => 34, 37 => 38, _ => l }));
        Bad(Renumber(34, 35)).ShouldBe("label-edit-number-taken $.edits[0].to");
        Bad(Renumber(34, 35), Renumber(35, 35)).ShouldBe("label-edit-number-taken $.edits[1].to");
        Bad(Renumber(34, 38), Renumber(34, 48)).ShouldBe("label-edit-number-taken $.edits[1].fdi");
        Bad(Renumber(34, 14)).ShouldBe("label-edit-other-jaw $.edits[0].to");
    }

    [Fact]
    public void A_split_tooth_is_two_each_round_its_seed_within_what_it_was()
    {
        (Vec3 a, Vec3 b) = Ends(36);

        ArchSolution split = Apply(Split(36, (36, a), (38, b)));

        ImmutableArray<int> after = split.Arch.VertexLabels;
        At(after, a).ShouldBe(36);
        At(after, b).ShouldBe(38);
        int parts = after.Count(l => l is 36 or 38);
        parts.ShouldBeGreaterThan((int)(0.97 * Before.Count(l => l == 36)));
        after.Count(l => l == 36).ShouldBeInRange(parts / 4, 3 * parts / 4);
        Enumerable.Range(0, after.Length).Where(v => Before[v] is not (36 or 0)).ShouldAllBe(v => after[v] == Before[v]);
        split.Arch.Teeth.Count(t => t.Id.Fdi is 36 or 38).ShouldBe(2);
    }

    [Fact]
    public void Seeds_of_a_split_lie_apart_on_the_tooth_and_have_free_numbers()
    {
        (Vec3 a, Vec3 b) = Ends(36);
        Vec3 near = Nearest(36, v => Math.Abs(Vec3.Distance(v, a) - 1.0));
        Vec3 further = Nearest(36, v => Math.Abs(Vec3.Distance(v, a) - 2.2));

        Bad(Split(36, (36, a), (38, near))).ShouldBe("label-edit-seeds-coincide $.edits[0].seeds");
        Labels(Split(36, (36, a), (38, further))).ShouldContain(38);
        Bad(Split(36, (36, a), (35, b))).ShouldBe("label-edit-number-taken $.edits[0].seeds[1].fdi");
        Bad(Split(36, (36, a), (38, Ends(33).A))).ShouldBe("label-edit-seed-off-tooth $.edits[0].seeds[1].point");
        Bad(Split(38, (36, a), (38, b))).ShouldBe("label-edit-unknown-tooth $.edits[0].fdi");
    }

    [Fact]
    public void Neighbours_merge_and_teeth_apart_do_not()
    {
        ImmutableArray<int> after = Labels(Merge(31, 41));

        after.ShouldNotContain(41);
        Enumerable.Range(0, after.Length).Where(v => Before[v] is 31 or 41).ShouldAllBe(v => after[v] == 31);
        Enumerable.Range(0, after.Length).Where(v => Before[v] is not (31 or 41 or 0)).ShouldAllBe(v => after[v] == Before[v]);
        Bad(Merge(31, 42)).ShouldBe("label-edit-not-neighbours $.edits[0]");
        Bad(Merge(31, 38)).ShouldBe("label-edit-unknown-tooth $.edits[0].with");
    }

    [Fact]
    public void A_seed_brings_a_lost_tooth_back_and_leaves_what_is_far_bit_for_bit()
    {
        Vec3 top = Nearest(36, v => Vec3.Distance(v, Middle(36)));

        ArchSolution back = Apply(new LabelEdit { Kind = LabelEditKind.Remove, Fdi = 36 }, Seed(36, top));

        ImmutableArray<int> after = back.Arch.VertexLabels;
        int both = Enumerable.Range(0, after.Length).Count(v => after[v] == 36 && Before[v] == 36);
        int either = Enumerable.Range(0, after.Length).Count(v => after[v] == 36 || Before[v] == 36);
        (both / (double)either).ShouldBeGreaterThan(0.7);
        Enumerable.Range(0, after.Length).Where(v => Vec3.Distance(Scan.Vertices[v], top) > 14 && Before[v] != 36).ShouldAllBe(v => after[v] == Before[v]);
        back.Arch.Teeth.Single(t => t.Id.Fdi == 36).Confidence.ShouldBe(1);
    }

    [Fact]
    public void A_seed_of_gingiva_takes_its_surroundings_from_a_tooth()
    {
        Vec3 end = Ends(36).B;

        ImmutableArray<int> after = Labels(Seed(0, end));

        At(after, end).ShouldBe(0);
        Enumerable.Range(0, after.Length).Where(v => Vec3.Distance(Scan.Vertices[v], end) > 8).ShouldAllBe(v => after[v] == Before[v]);
    }

    [Theory]
    [InlineData(1.9, true)]
    [InlineData(2.1, false)]
    public void A_seed_lies_on_the_scan(double offMm, bool isLegal)
    {
        Vec3 above = Nearest(36, v => -v.Z) + (Vec3.UnitZ * offMm);
        double off = Scan.Vertices.ToArray().Min(p => Vec3.Distance(p, above));

        off.ShouldBe(offMm, 0.05);
        if (isLegal)
            Labels(Seed(36, above)).ShouldContain(36);
        else
            Bad(Seed(36, above)).ShouldBe("label-edit-off-mesh $.edits[0].point");
    }

    [Fact]
    public void What_lies_inside_a_drawn_border_is_the_tooth_exactly_and_stays_it()
    {
        int top = Enumerable.Range(0, Before.Length).Where(i => Before[i] == 36).MinBy(i => Vec3.Distance(Scan.Vertices[i], Middle(36)));
        (LabelEdit edit, double[] distance) = Circle(36, top, 3.5);

        ArchSolution drawn = Apply(edit);

        ImmutableArray<int> after = drawn.Arch.VertexLabels;
        Enumerable.Range(0, after.Length).Where(v => distance[v] < 2.6).ShouldAllBe(v => after[v] == 36);
        Enumerable.Range(0, after.Length).Where(v => distance[v] > 4.4).ShouldAllBe(v => after[v] != 36);
        Enumerable.Range(0, after.Length).Where(v => distance[v] > 4.4 && Before[v] != 36).ShouldAllBe(v => after[v] == Before[v]);
        drawn.Arch.Teeth.Single(t => t.Id.Fdi == 36).BorderConfidence.ShouldBe(1);
        ImmutableArray<int> later = LabelEditing.Apply(drawn, [Seed(35, Ends(35).A)], new RunContext()).Require().Arch.VertexLabels;
        Enumerable.Range(0, after.Length).Where(v => distance[v] < 2.6).ShouldAllBe(v => later[v] == 36);
    }

    [Fact]
    public void A_drawn_border_neither_crosses_itself_nor_lies_elsewhere_nor_encloses_half_the_arch()
    {
        int top = Enumerable.Range(0, Before.Length).Where(i => Before[i] == 36).MinBy(i => Vec3.Distance(Scan.Vertices[i], Middle(36)));
        ImmutableArray<ImmutableArray<double>> line = Circle(36, top, 3.5).Edit.Border;
        LabelEdit Draw(int fdi, ImmutableArray<ImmutableArray<double>> border) => new() { Kind = LabelEditKind.RedrawBorder, Fdi = fdi, Border = border };
        int half = line.Length / 2;

        Bad(Draw(36, [.. line[..half], .. line[half..].Reverse()])).ShouldBe("label-edit-border-crosses $.edits[0].border");
        Bad(Draw(33, line)).ShouldBe("label-edit-border-far $.edits[0].border");
        Bad(Draw(38, line)).ShouldBe("label-edit-unknown-tooth $.edits[0].fdi");
        Bad(Draw(36, [line[0], line[1], line[0]])).ShouldBe("label-edit-border-size $.edits[0].border");
        Bad(Draw(36, line.SetItem(1, [0, 0, 500]))).ShouldBe("label-edit-off-mesh $.edits[0].border[1]");
    }

    [Fact]
    public void A_confirmed_tooth_is_held_back_no_more()
    {
        SegmentedArch arch = Apply(new LabelEdit { Kind = LabelEditKind.Confirm, Fdi = 36 }).Arch;

        arch.VertexLabels.ShouldBe(Before);
        SegmentedTooth tooth = arch.Teeth.Single(t => t.Id.Fdi == 36);
        (tooth.Confidence, tooth.BorderConfidence).ShouldBe((1, 1));
        arch.Doubts.ShouldNotContain(d => d.Location == "tooth 36");
    }

    [Fact]
    public void One_bad_edit_refuses_all_and_each_is_named_an_edit_of_another_arch_is_passed_over()
    {
        LabelEditing.Apply(Solved.Value, [Renumber(37, 38), Seed(16, Middle(36)), null, Merge(31, 42)], new RunContext()).Problems
            .Select(p => p.Location).ShouldBe(["$.edits[1].fdi", "$.edits[3]"]);
        LabelEditing.Apply(Solved.Value, [null], new RunContext()).Require().Arch.VertexLabels.ShouldBe(Before);
    }

    private static ArchSolution Apply(params LabelEdit[] edits) => LabelEditing.Apply(Solved.Value, [.. edits], new RunContext()).Require();

    private static ImmutableArray<int> Labels(params LabelEdit[] edits) => Apply(edits).Arch.VertexLabels;

    private static string Bad(params LabelEdit[] edits)
    {
        Problem problem = LabelEditing.Apply(Solved.Value, [.. edits], new RunContext()).Problems.ShouldHaveSingleItem();
        return $"{problem.Code} {problem.Location}";
    }

    private static LabelEdit Renumber(int fdi, int to) => new() { Kind = LabelEditKind.Renumber, Fdi = fdi, To = to };

    private static LabelEdit Merge(int fdi, int with) => new() { Kind = LabelEditKind.Merge, Fdi = fdi, With = with };

    private static LabelEdit Seed(int fdi, Vec3 p) => new() { Kind = LabelEditKind.AddSeed, Fdi = fdi, Point = [p.X, p.Y, p.Z] };

    private static LabelEdit Split(int fdi, params (int Fdi, Vec3 P)[] seeds) => new()
    {
        Kind = LabelEditKind.Split,
        Fdi = fdi,
        Seeds = [.. seeds.Select(s => new LabelSeed { Fdi = s.Fdi, Point = [s.P.X, s.P.Y, s.P.Z] })],
    };

    // points of a circle on the surface round a vertex, in order of angle
    private static (LabelEdit Edit, double[] Distance) Circle(int fdi, int middle, double radius)
    {
        double[] distance = Geodesics.Distances(MeshTopology.Of(Scan), [middle]);
        Vec3 normal = VertexNormals.Of(Scan)[middle];
        Vec3 u = Vec3.Cross(normal, Math.Abs(normal.X) < 0.8 ? Vec3.UnitX : Vec3.UnitY).Normalized();
        Vec3 w = Vec3.Cross(normal, u);
        int[] ring = [.. Enumerable.Range(0, distance.Length).Where(v => Math.Abs(distance[v] - radius) < 0.3)];
        double Angle(int v) => Math.Atan2(Vec3.Dot(Scan.Vertices[v] - Scan.Vertices[middle], w), Vec3.Dot(Scan.Vertices[v] - Scan.Vertices[middle], u));
        int[] points =
        [
            .. ring.GroupBy(v => (int)Math.Floor((Angle(v) + Math.PI) / (Math.PI / 10))).OrderBy(g => g.Key).Select(g => g.MinBy(v => Math.Abs(distance[v] - radius))),
        ];
        return (
            new LabelEdit
            {
                Kind = LabelEditKind.RedrawBorder,
                Fdi = fdi,
                Border = [.. points.Select(v => ImmutableArray.Create(Scan.Vertices[v].X, Scan.Vertices[v].Y, Scan.Vertices[v].Z))],
            },
            distance);
    }

    // the vertices of a tooth that lie furthest apart along the arch
    private static (Vec3 A, Vec3 B) Ends(int fdi)
    {
        Vec3 along = (Middle(fdi % 10 > 1 ? fdi - 1 : fdi + 1) - Middle(fdi)).Normalized();
        Vec3 up = Vec3.UnitZ;
        Vec3[] own = [.. Enumerable.Range(0, Before.Length).Where(v => Before[v] == fdi).Select(v => Scan.Vertices[v])];
        double top = own.Select(p => Vec3.Dot(p, up)).Order().ElementAt((int)(0.6 * own.Length));
        Vec3[] high = [.. own.Where(p => Vec3.Dot(p, up) > top)];
        return (high.MaxBy(p => Vec3.Dot(p, along)), high.MinBy(p => Vec3.Dot(p, along)));
    }

    private static Vec3 Middle(int fdi)
    {
        Vec3[] own = [.. Enumerable.Range(0, Before.Length).Where(v => Before[v] == fdi).Select(v => Scan.Vertices[v])];
        return own.Aggregate(Vec3.Zero, (sum, p) => sum + p) / own.Length;
    }

    private static Vec3 Nearest(int fdi, Func<Vec3, double> by) =>
        Enumerable.Range(0, Before.Length).Where(v => Before[v] == fdi).Select(v => Scan.Vertices[v]).MinBy(by);

    private static int At(ImmutableArray<int> labels, Vec3 p) =>
        labels[Enumerable.Range(0, labels.Length).MinBy(v => Vec3.Distance(Scan.Vertices[v], p))];
}
