using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Analysis.Tests.Segmentation;

/// <summary>Labels that came with a scan are corrected by the same edits as found ones; what no edit concerns stands face by face.</summary>
public class GivenLabelsTests
{
    // finer than the working mesh, so that labels are carried
    private static readonly Lazy<(ArchScan Scan, ArchSolution Start)> Given = new(() =>
    {
        ArchScan scan = SyntheticDentition.Create(SynthesisPresets.MildCrowding(43) with { TrianglesPerArch = 50_000 }, new RunContext(2)).Lower!;
        return (scan, GivenLabels.Solve(scan, new RunContext(2)).Require());
    });

    private static ArchScan Scan => Given.Value.Scan;

    private static ImmutableArray<int> Before => Scan.FaceLabels;

    [Fact]
    public void What_nobody_edits_stands_bit_for_bit_and_nothing_of_it_is_doubted()
    {
        ArchSolution confirmed = Apply(new LabelEdit { Kind = LabelEditKind.Confirm, Fdi = 36 });

        Faces(confirmed).ShouldBe(Before);
        Given.Value.Start.Arch.Doubts.ShouldBeEmpty();
        Given.Value.Start.Arch.Teeth.Select(t => t.Id.Fdi).Order().ShouldBe(Before.Where(l => l != 0).Distinct().Order());
    }

    [Fact]
    public void Teeth_are_renumbered_removed_and_merged_face_by_face()
    {
        Faces(Renumber(36, 37), Renumber(37, 36)).ShouldBe(Before.Select(l => l switch { 36 => 37, 37 => 36, _ => l }));
        ImmutableArray<int> without = Faces(new LabelEdit { Kind = LabelEditKind.Remove, Fdi = 36 });
        without.ShouldNotContain(36);
        Enumerable.Range(0, without.Length).Where(f => Before[f] != 36).ShouldAllBe(f => without[f] == Before[f]);
        ImmutableArray<int> merged = Faces(new LabelEdit { Kind = LabelEditKind.Merge, Fdi = 31, With = 41 });
        merged.ShouldNotContain(41);
        Enumerable.Range(0, merged.Length).Where(f => Before[f] is 31 or 41).ShouldAllBe(f => merged[f] == 31);
    }

    [Fact]
    public void A_split_tooth_is_two_within_what_it_was()
    {
        Vec3 a = Middle(f => Before[f] == 36 && Scan.Mesh.FaceCenter(f).Y < MiddleOf(36).Y);
        Vec3 b = Middle(f => Before[f] == 36 && Scan.Mesh.FaceCenter(f).Y > MiddleOf(36).Y);
        var split = new LabelEdit
        {
            Kind = LabelEditKind.Split,
            Fdi = 36,
            Seeds = [new LabelSeed { Fdi = 36, Point = OnTooth(36, a) }, new LabelSeed { Fdi = 38, Point = OnTooth(36, b) }],
        };

        ImmutableArray<int> after = Faces(split);

        after.Count(l => l is 36 or 38).ShouldBeInRange((int)(0.95 * Before.Count(l => l == 36)), Before.Count(l => l == 36));
        after.Count(l => l == 38).ShouldBeInRange(after.Count(l => l == 36) / 3, 3 * after.Count(l => l == 36));
        Enumerable.Range(0, after.Length).Where(f => Before[f] is not 36).ShouldAllBe(f => after[f] == Before[f]);
    }

    [Fact]
    public void A_seed_wins_back_what_a_label_file_takes_from_a_tooth_and_moves_no_other_border()
    {
        Vec3 bitten = Middle(f => Before[f] == 36 && Scan.Mesh.FaceCenter(f).Y > MiddleOf(36).Y + 2);
        ArchScan wrong = Labelled(f => Before[f] == 36 && Vec3.Distance(Scan.Mesh.FaceCenter(f), bitten) < 3.5 ? 0 : Before[f]);
        Overlap(wrong, 36).ShouldBeLessThan(0.9);

        ArchScan mended = Corrected(wrong, Seed(36, OnTooth(36, bitten)));

        Overlap(mended, 36).ShouldBeGreaterThan(Math.Max(0.95, Overlap(wrong, 36)));
        Enumerable.Range(0, Before.Length).Where(f => mended.FaceLabels[f] != wrong.FaceLabels[f]).ShouldAllBe(f => mended.FaceLabels[f] == 36);
        Enumerable.Range(0, Before.Length).Where(f => Vec3.Distance(Scan.Mesh.FaceCenter(f), bitten) > 8).ShouldAllBe(f => mended.FaceLabels[f] == wrong.FaceLabels[f]);
    }

    [Fact]
    public void A_tooth_that_a_label_file_does_not_know_is_found_by_one_seed_and_judged_until_someone_confirms_it()
    {
        ArchScan wrong = Labelled(f => Before[f] == 36 ? 0 : Before[f]);
        LabelEdit seed = Seed(36, OnTooth(36, MiddleOf(36)));
        ArchSolution start = GivenLabels.Solve(wrong, new RunContext(2)).Require();

        ArchSolution found = LabelEditing.Apply(start, [seed], new RunContext()).Require();

        ArchScan mended = GivenLabels.Corrected(wrong, start, found);
        Overlap(mended, 36).ShouldBeGreaterThan(0.7);
        Enumerable.Range(0, Before.Length).Where(f => mended.FaceLabels[f] != wrong.FaceLabels[f]).ShouldAllBe(f => mended.FaceLabels[f] == 36);
        found.Arch.Teeth.Single(t => t.Id.Fdi == 36).BorderConfidence.ShouldBeLessThan(1);
        ArchSolution confirmed = LabelEditing.Apply(start, [seed, new LabelEdit { Kind = LabelEditKind.Confirm, Fdi = 36 }], new RunContext()).Require();
        confirmed.Arch.Doubts.ShouldBeEmpty();
        confirmed.Arch.Teeth.Single(t => t.Id.Fdi == 36).BorderConfidence.ShouldBe(1);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_its_path()
    {
        Result<ArchSolution> refused = LabelEditing.Apply(
            Given.Value.Start, [Renumber(38, 36), Renumber(37, 17), Seed(36, [0, 0, 500])], new RunContext());

        refused.Problems.Select(p => $"{p.Code} {p.Location}").ShouldBe(
            ["label-edit-unknown-tooth $.edits[0].fdi", "label-edit-other-jaw $.edits[1].to", "label-edit-off-mesh $.edits[2].point"]);
    }

    [Fact]
    public void A_case_corrects_the_scan_an_edit_speaks_of_and_leaves_the_other()
    {
        CaseInput Case(params LabelEdit[] edits) => new()
        {
            Description = new CaseDescription(),
            HasDescription = false,
            Lower = Scan,
            LabelEdits = new LabelEdits { By = "test", Edits = [.. edits] },
        };

        CaseInput done = CaseSegmentation.Run(Case(Renumber(37, 38)), new RunContext(2)).Require();

        done.Lower!.FaceLabels.ShouldBe(Before.Select(l => l == 37 ? 38 : l));
        done.Found.ShouldHaveSingleItem().FileFaceLabels.ShouldBe(done.Lower.FaceLabels);
        done.LabelEdits.ShouldBeNull();
        CaseSegmentation.Run(Case(), new RunContext(2)).Require().Lower.ShouldBeSameAs(Scan);
        Problem unused = CaseSegmentation.Run(Case(Renumber(37, 38), Renumber(17, 18)), new RunContext(2)).Problems.ShouldHaveSingleItem();
        (unused.Code, unused.Location).ShouldBe(("label-edit-unused", "labels.edits.json, $.edits[1]"));
    }

    private static ArchSolution Apply(params LabelEdit[] edits) => LabelEditing.Apply(Given.Value.Start, [.. edits], new RunContext()).Require();

    private static ImmutableArray<int> Faces(params LabelEdit[] edits) => Faces(Apply(edits));

    private static ImmutableArray<int> Faces(ArchSolution corrected) => GivenLabels.Corrected(Scan, Given.Value.Start, corrected).FaceLabels;

    private static ArchScan Corrected(ArchScan scan, params LabelEdit[] edits)
    {
        ArchSolution start = GivenLabels.Solve(scan, new RunContext(2)).Require();
        return GivenLabels.Corrected(scan, start, LabelEditing.Apply(start, [.. edits], new RunContext()).Require());
    }

    private static ArchScan Labelled(Func<int, int> label) => Scan with { FaceLabels = [.. Enumerable.Range(0, Before.Length).Select(label)] };

    private static double Overlap(ArchScan scan, int fdi)
    {
        int[] faces = [.. Enumerable.Range(0, Before.Length)];
        return faces.Count(f => scan.FaceLabels[f] == fdi && Before[f] == fdi) / (double)faces.Count(f => scan.FaceLabels[f] == fdi || Before[f] == fdi);
    }

    private static LabelEdit Renumber(int fdi, int to) => new() { Kind = LabelEditKind.Renumber, Fdi = fdi, To = to };

    private static LabelEdit Seed(int fdi, ImmutableArray<double> at) => new() { Kind = LabelEditKind.AddSeed, Fdi = fdi, Point = at };

    private static Vec3 MiddleOf(int fdi) => Middle(f => Before[f] == fdi);

    private static Vec3 Middle(Func<int, bool> of)
    {
        Vec3[] centers = [.. Enumerable.Range(0, Before.Length).Where(of).Select(Scan.Mesh.FaceCenter)];
        return centers.Aggregate(Vec3.Zero, (sum, p) => sum + p) / centers.Length;
    }

    private static ImmutableArray<double> OnTooth(int fdi, Vec3 near)
    {
        Vec3 p = Enumerable.Range(0, Before.Length).Where(f => Before[f] == fdi).Select(Scan.Mesh.FaceCenter).MinBy(c => Vec3.Distance(c, near));
        return [p.X, p.Y, p.Z];
    }
}
