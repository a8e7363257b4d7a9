using System.Runtime.InteropServices;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Lays out an arch whose labels came with it, so that <see cref="LabelEditing"/> can correct them as it corrects found ones.</summary>
public static class GivenLabels
{
    /// <summary>
    /// The arch as a solution: teeth, numbers and borders are those given, a person stands for them, and only what edits make new is judged by the gate.
    /// Method: the scan is looked at as <see cref="ArchSegmentation"/> does; each vertex of the working mesh takes the label of the nearest face. Frame and mesh kind: as
    /// there. Bad input: <c>segment-no-arch</c>. Complexity: as there, without the search for teeth.
    /// </summary>
    /// <param name="given">The labelled scan.</param>
    /// <param name="context">Threads and cancellation; the result is the same on any number of threads.</param>
    public static Result<ArchSolution> Solve(ArchScan given, RunContext context)
    {
        Result<ArchSegmentation.SeenArch> look = ArchSegmentation.Look(given.Mesh, SegmentationWeights.Network, context);
        if (look.Value is not { } seen)
            return Result<ArchSolution>.Fail(look.Problems);
        int[] fdi = Numbers(given);
        int[] scanInstances = [.. given.VertexLabels().Select(l => Array.IndexOf(fdi, l))];
        bool isWorking = ReferenceEquals(seen.Working, given.Mesh);
        int[] instances = isWorking
            ? [.. scanInstances]
            : [.. Bvh.Build(given.Mesh).Closest(seen.Working.Vertices.ToArray(), context).Select(h => h.IsHit ? Array.IndexOf(fdi, given.FaceLabels[h.Face]) : 0)];
        var layout = new SolutionLayout
        {
            Scan = given.Mesh,
            View = seen.View,
            Evidence = seen.Evidence,
            Clusters = [],
            Carry = isWorking ? null : LabelCarry.Between(seen.Working, given.Mesh, context),
            Jaw = given.Jaw,
            IsGuessed = false,
            IsGiven = true,
        };
        context.Report("segmentation", 1);
        return Result<ArchSolution>.Ok(new ArchSolution(
            layout,
            [.. fdi.Skip(1).Select((f, i) => new SolvedTooth(ToothId.FromFdi(f), Center(seen, instances, i + 1), 1, IsConfirmed: true))],
            instances,
            scanInstances));
    }

    /// <summary>
    /// The scan with the labels of <paramref name="corrected"/>, which edits have made of <see cref="Solve"/>'s. A face follows its corners: where the tooth of at least two
    /// of them has changed, and had been the face's, it becomes theirs; a face of a tooth that is no more becomes what that tooth's surface there has become. Any other
    /// keeps its label bit for bit (under the tooth's new number, where it has one).
    /// </summary>
    public static ArchScan Corrected(ArchScan given, ArchSolution start, ArchSolution corrected)
    {
        int[] fdi = Numbers(given);
        int[] faces = new int[given.Mesh.TriangleCount];
        for (int f = 0; f < faces.Length; f++)
        {
            Triangle t = given.Mesh.Triangles[f];
            int own = Array.IndexOf(fdi, given.FaceLabels[f]);
            if (own > 0 && corrected.Teeth[own - 1].IsGone)
                own = Heir(own, t);
            else if (Most(corrected.ScanInstances, t) is { } now && Most(start.ScanInstances, t) == own)
                own = now;
            faces[f] = own == 0 ? 0 : corrected.Teeth[own - 1].Id.Fdi;
        }

        return given with { FaceLabels = ImmutableCollectionsMarshal.AsImmutableArray(faces) };

        static int? Most(int[] instances, Triangle t)
        {
            (int a, int b, int c) = (instances[t.A], instances[t.B], instances[t.C]);
            return a == b || a == c ? a : b == c ? b : null;
        }

        // by the face's own corners; where none of them was the tooth's, what most of its vertices have become
        int Heir(int gone, Triangle t)
        {
            int[] heirs = [.. new[] { t.A, t.B, t.C }.Where(v => start.ScanInstances[v] == gone).Select(v => corrected.ScanInstances[v])];
            if (heirs.Length == 0)
                heirs = [.. Enumerable.Range(0, start.ScanInstances.Length).Where(v => start.ScanInstances[v] == gone).Select(v => corrected.ScanInstances[v])];
            return heirs.GroupBy(h => h).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();
        }
    }

    // gingiva first, so that a number's place is its label
    private static int[] Numbers(ArchScan given) => [0, .. given.FaceLabels.Where(l => l != 0).Distinct().Order()];

    // where the votes of its vertices see its middle; where the classifier sees no tooth its own place stands for it
    private static Vec3 Center(ArchSegmentation.SeenArch seen, int[] instances, int label)
    {
        const double PlaceWeight = 0.01;
        Vec3 sum = Vec3.Zero;
        double all = 1e-12;
        for (int v = 0; v < instances.Length; v++)
        {
            if (instances[v] != label)
                continue;
            double area = seen.Evidence.AreaMm2[v];
            double vote = seen.View.InReach[v] ? area * (1 - seen.Evidence.Position[v][0]) : 0;
            sum += (seen.Evidence.Vote[v] * vote) + (seen.View.Mesh.Vertices[v] * (area * PlaceWeight));
            all += vote + (area * PlaceWeight);
        }

        return (sum / all) with { Z = 0 };
    }
}
