using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Finds the teeth of an unlabelled arch.</summary>
public static class ArchSegmentation
{
    private const int WorkingTriangles = 32_000;
    private const int FewestTeeth = 4;

    /// <summary>
    /// Labels the vertices of <paramref name="scan"/>. Method (docs/algorithms/segmentation.md): pose from the crest; a small
    /// network trained on synthetic arches gives each vertex gingiva or position and a vote for the middle of its tooth; votes
    /// gather into teeth, numbered by dynamic programming along the arch; a graph cut puts borders into creases, and once more
    /// with the ends of the last crowns.
    /// Frame: scan, any pose, mm. Mesh kind: one arch, faces outwards, open or closed; above 32 000 faces a decimated copy is
    /// labelled and the labels are carried back. Bad input: problems, never a throw: <c>segment-no-arch</c>,
    /// <c>segment-no-teeth</c>, <c>segment-inside-out</c>. Complexity: O(faces log faces). Known limit: milk teeth are numbered as
    /// their successors; the mirror image of an arch with its faces turned is an arch like any other and cannot be told.
    /// </summary>
    /// <param name="scan">The scan.</param>
    /// <param name="jaw">The jaw, where it is known.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<SegmentedArch> Run(TriangleMesh scan, Jaw? jaw, RunContext context) =>
        Run(scan, jaw, SegmentationWeights.Network, context);

    /// <summary>The same, with all that <see cref="LabelEditing"/> needs to correct it.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="jaw">The jaw, where it is known.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<ArchSolution> Solve(TriangleMesh scan, Jaw? jaw, RunContext context) =>
        Solve(scan, jaw, SegmentationWeights.Network, context);

    internal static Result<SegmentedArch> Run(TriangleMesh scan, Jaw? jaw, PointNetwork network, RunContext context)
    {
        Result<ArchSolution> solved = Solve(scan, jaw, network, context);
        return solved.IsOk ? Result<SegmentedArch>.Ok(solved.Value.Arch) : Result<SegmentedArch>.Fail(solved.Problems);
    }

    private static Result<ArchSolution> Solve(TriangleMesh scan, Jaw? jaw, PointNetwork network, RunContext context)
    {
        Result<SeenArch> look = Look(scan, network, context);
        if (look.Value is not { } seen)
            return Result<ArchSolution>.Fail(look.Problems);
        (TriangleMesh working, ArchView view, PointEvidence evidence) = seen;
        ArchPose pose = view.Pose;
        List<ToothCluster> clusters = ToothVotes.Gather(view, evidence);
        if (clusters.Count(c => c.Relief > 0.5) < FewestTeeth)
            return LooksInsideOut(working, network, context) ? InsideOut() : Fail("segment-no-teeth", "fewer than four teeth were found");
        Jaw found = jaw ?? (evidence.UpperShare > 0.5 ? Jaw.Upper : Jaw.Lower);
        (List<NumberedCluster> teeth, double _) = ToothNumbering.Number(clusters, pose.Path, found);
        context.Report("segmentation", 0.7, "borders");
        SolvedTooth[] solved = [.. teeth.Select(t => new SolvedTooth(ToothId.FromFdi(Fdi(t.Place, found)), t.Cluster.Center, Sureness(t.Margin)))];

        // the crowns' widths, once they are known, say where the last ones end
        int[] rough = Borders(seen, solved, context.Cancel);
        SolvedTooth[] parted = RowGaps.Parted(view, rough, solved, Sureness(0));
        solved = CrownEnds.Of(view, parted.Length == solved.Length ? rough : Borders(seen, parted, context.Cancel), parted);
        int[] instances = Borders(seen, solved, context.Cancel);
        solved = RowGaps.WithStumps(view, evidence, instances, solved, Sureness(0));
        LabelCarry? carry = ReferenceEquals(working, scan) ? null : LabelCarry.Between(working, scan, context);
        context.Report("segmentation", 1);
        var layout = new SolutionLayout
        {
            Scan = scan,
            View = view,
            Evidence = evidence,
            Clusters = clusters,
            Carry = carry,
            Jaw = found,
            IsGuessed = jaw is null,
        };
        return Result<ArchSolution>.Ok(new ArchSolution(
            layout,
            [.. solved],
            instances,
            carry?.All(instances) ?? instances));
    }

    /// <summary>The scan laid out and read by the classifier, before teeth are made of it.</summary>
    internal static Result<SeenArch> Look(TriangleMesh scan, PointNetwork network, RunContext context)
    {
        context.Report("segmentation", 0, "pose");
        if (!Array.TrueForAll(scan.Vertices.ToArray(), v => v.IsFinite))
            return Result<SeenArch>.Fail(NoArch("the scan has coordinates that are no numbers"));
        TriangleMesh working = Decimation.Simplify(scan, WorkingTriangles);
        if (ArchPoseFinder.Find(working) is not { } pose)
            return Result<SeenArch>.Fail(NoArch("no crest of teeth was found"));
        ArchView view = ArchView.Of(working, pose);
        context.Report("segmentation", 0.4, "teeth");
        return Result<SeenArch>.Ok(new SeenArch(working, view, PointEvidence.Of(view, network, context)));
    }

    private static int[] Borders(SeenArch seen, SolvedTooth[] teeth, CancellationToken cancel)
    {
        float[]?[] cost = LabelCosts.Of(seen.View, seen.Evidence, teeth);
        int[] instances = LabelCut.Solve(seen.View, seen.Evidence, cost, teeth.Length + 1, cancel);
        LabelIslands.Clean(seen.View.Topology, seen.Evidence.AreaMm2, instances);
        return instances;
    }

    // a difference of costs of 2 is even odds of a mistake, 6 is hardly one
    private static double Sureness(double margin) => 1 / (1 + Math.Exp(2 - margin));

    // +x is the patient's left in a lower arch, whose occlusal side is up, and the right in an upper one
    private static int Fdi(int place, Jaw jaw) =>
        (jaw == Jaw.Upper ? (place > 0 ? 10 : 20) : (place > 0 ? 30 : 40)) + Math.Abs(place);

    private static bool LooksInsideOut(TriangleMesh mesh, PointNetwork network, RunContext context)
    {
        TriangleMesh flipped = mesh.Flipped();
        if (ArchPoseFinder.Find(flipped) is not { } pose)
            return false;
        ArchView view = ArchView.Of(flipped, pose);
        return ToothVotes.Gather(view, PointEvidence.Of(view, network, context)).Count(c => c.Relief > 0.5) >= 2 * FewestTeeth;
    }

    private static Result<ArchSolution> InsideOut() => Fail(
        "segment-inside-out", "the faces look inwards: the scan is mirrored or its faces are turned; export it again");

    private static Problem NoArch(string message) => Problem.Error("segment-no-arch", message, "scan");

    private static Result<ArchSolution> Fail(string code, string message) =>
        Result<ArchSolution>.Fail(Problem.Error(code, message, "scan"));

    /// <summary>A scan as the classifier has read it.</summary>
    /// <param name="Working">The mesh that is labelled, scan frame: the scan itself where it is coarse enough.</param>
    /// <param name="View">The same, laid out.</param>
    /// <param name="Evidence">What the classifier says of its vertices.</param>
    internal sealed record SeenArch(TriangleMesh Working, ArchView View, PointEvidence Evidence);
}
