using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>Corrects a labelled arch by a person's edits and solves anew only what they change.</summary>
public static class LabelEditing
{
    private const double OffMeshMm = 2;
    private const double NeighboursMm = 1.5;
    private const double SeedDeviationMm = 3.5;
    private const double NewToothShare = 0.4;
    private const double NewToothReach = 0.7;
    private const double LeastSeedsApartMm = 1.5;

    /// <summary>
    /// The solution with the edits, in their order. Method: a seed draws the surface round it to its label, the more the nearer along the
    /// surface, creases counting as long; the vertices it can reach, a split tooth or the strip between merged ones are solved by the same
    /// graph cut as the whole arch, all others hold still and keep their labels bit for bit. Removing and renumbering solve nothing;
    /// a drawn border is exact on the scan. What a person has drawn stays; seeds stay in force. Labels that came with the scan (<see cref="GivenLabels"/>) stand where
    /// no edit and evidence together speak against them, and a seed there only wins surface for its tooth. Frame: points in scan frame, mm.
    /// Bad input: every edit that does not fit is a problem at <c>$.edits[i]</c>, and none is applied. Complexity: O(n) an edit with a
    /// small factor, the cut over the region alone.
    /// </summary>
    /// <param name="solution">The arch as labelled before.</param>
    /// <param name="edits">Edits; null where one belongs to another arch and is passed over.</param>
    /// <param name="context">Cancellation.</param>
    public static Result<ArchSolution> Apply(ArchSolution solution, ImmutableArray<LabelEdit?> edits, RunContext context)
    {
        var session = new EditSession(solution);
        var problems = new List<Problem>();
        for (int i = 0; i < edits.Length; i++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (edits[i] is not { } edit)
                continue;
            string where = $"$.edits[{i}]";
            if (edit.Kind == LabelEditKind.Renumber)
            {
                int end = i + 1;
                while (end < edits.Length && edits[end]?.Kind == LabelEditKind.Renumber)
                    end++;
                problems.AddRange(Renumber(session, edits.AsSpan()[i..end], i));
                i = end - 1;
                continue;
            }

            Problem? bad = edit.Kind switch
            {
                LabelEditKind.AddSeed => AddSeed(session, edit, where, context.Cancel),
                LabelEditKind.Split => Split(session, edit, where, context.Cancel),
                LabelEditKind.Merge => Merge(session, edit, where, context.Cancel),
                LabelEditKind.RedrawBorder => Redraw(session, edit, where, context.Cancel),
                LabelEditKind.Remove => OnTooth(session, edit.Fdi, where, label =>
                {
                    session.Release(label);
                    session.Replace(label, 0);
                    session.Change(label, t => t with { IsGone = true });
                }),
                _ => OnTooth(session, edit.Fdi, where, label => session.Change(label, t => t with { Confidence = 1, IsConfirmed = true, IsNamed = true })),
            };
            if (bad is not null)
                problems.Add(bad);
        }

        return problems.Count == 0 ? Result<ArchSolution>.Ok(session.ToSolution()) : Result<ArchSolution>.Fail([.. problems]);
    }

    private static Problem? AddSeed(EditSession session, LabelEdit edit, string where, CancellationToken cancel)
    {
        if (OtherJaw(session, edit.Fdi, where + ".fdi") is { } other)
            return other;
        if (Seed(session, edit.Point, where + ".point", out int at) is { } off)
            return off;
        int label = edit.Fdi == 0 ? 0 : session.LabelOf(edit.Fdi);
        bool isNew = label == 0 && edit.Fdi != 0;
        if (isNew)
            return AddTooth(session, ToothId.FromFdi(edit.Fdi), at, cancel);
        if (label > 0)
            session.Change(label, t => t with { Confidence = 1, IsConfirmed = false });
        SeedPull pull = SeedPull.Around(session.Start.View, at, label, SeedDeviationMm);
        session.Add(pull);
        session.Resolve(pull.Share.Keys, session.Around(pull.Share.Keys).Append(label), cancel, label, isHeld: true);
        return null;
    }

    // its own fissures do not stop a new tooth, and it may take what stands where a crown of its width does
    private static Problem? AddTooth(EditSession session, ToothId id, int at, CancellationToken cancel)
    {
        ArchView view = session.Start.View;
        ToothNorms norms = ToothNorms.Of(id);
        Vec3 center = Center(session, at, NewToothShare * norms.MesiodistalMm);
        int label = session.Add(new SolvedTooth(id, center, 1) { IsNamed = true });
        session.Add(SeedPull.Around(view, at, label, NewToothShare * norms.MesiodistalMm, creaseDetour: 1));
        double reach = (NewToothReach * Math.Max(norms.MesiodistalMm, norms.BuccolingualMm)) + 1;
        int[] near =
        [
            .. Enumerable.Range(0, view.Mesh.VertexCount).Where(v => view.InReach[v]
                && ((view.Mesh.Vertices[v] - center) with { Z = 0 }).LengthSquared < reach * reach),
        ];
        session.Resolve(near, session.Around(near).Append(label), cancel, label);
        return null;
    }

    private static Problem? Split(EditSession session, LabelEdit edit, string where, CancellationToken cancel)
    {
        int label = session.LabelOf(edit.Fdi);
        if (label == 0)
            return Unknown(session, edit.Fdi, where + ".fdi");
        ArchView view = session.Start.View;
        int[] at = new int[edit.Seeds.Length];
        for (int s = 0; s < at.Length; s++)
        {
            LabelSeed seed = edit.Seeds[s];
            if (OtherJaw(session, seed.Fdi, $"{where}.seeds[{s}].fdi") is { } other)
                return other;
            if (seed.Fdi != edit.Fdi && session.LabelOf(seed.Fdi) > 0)
                return Taken(seed.Fdi, $"{where}.seeds[{s}].fdi");
            if (Seed(session, seed.Point, $"{where}.seeds[{s}].point", out at[s]) is { } off)
                return off;
            if (session.Instances[at[s]] != label)
                return Problem.Error("label-edit-seed-off-tooth", $"the point does not lie on {edit.Fdi}", $"{where}.seeds[{s}].point");
        }

        double apart = Vec3.Distance(view.Mesh.Vertices[at[0]], view.Mesh.Vertices[at[1]]);
        if (apart < LeastSeedsApartMm)
        {
            return Problem.Error(
                "label-edit-seeds-coincide", $"the seeds lie {apart:0.0} mm apart", where + ".seeds", apart, LeastSeedsApartMm, "mm");
        }

        session.Release(label);
        int[] own = session.VerticesOf(label);
        session.Change(label, t => t with { IsGone = true });
        (Vec3 a, Vec3 b) = TwoMeans(session, own, at);
        int[] parts =
        [
            session.Add(new SolvedTooth(ToothId.FromFdi(edit.Seeds[0].Fdi), a, 1) { IsNamed = true }),
            session.Add(new SolvedTooth(ToothId.FromFdi(edit.Seeds[1].Fdi), b, 1) { IsNamed = true }),
        ];
        for (int s = 0; s < parts.Length; s++)
            session.Add(SeedPull.Around(view, at[s], parts[s], SeedDeviationMm));
        session.Resolve(own, parts, cancel);
        session.Replace(label, 0);
        return null;
    }

    private static Problem? Merge(EditSession session, LabelEdit edit, string where, CancellationToken cancel)
    {
        int label = session.LabelOf(edit.Fdi);
        int other = session.LabelOf(edit.With!.Value);
        if (label == 0)
            return Unknown(session, edit.Fdi, where + ".fdi");
        if (other == 0)
            return Unknown(session, edit.With.Value, where + ".with");
        TriangleMesh mesh = session.Start.View.Mesh;
        int[] own = session.VerticesOf(label);
        int[] joining = session.VerticesOf(other);
        double apart = Math.Sqrt(own.Min(v => joining.Min(w => (mesh.Vertices[v] - mesh.Vertices[w]).LengthSquared)));
        if (apart > NeighboursMm)
        {
            return Problem.Error(
                "label-edit-not-neighbours", $"{edit.Fdi} and {edit.With} stand {apart:0.0} mm apart", where, apart, NeighboursMm, "mm");
        }

        // the strip of gum between the two, if there is one
        int[] between =
        [
            .. Enumerable.Range(0, mesh.VertexCount).Where(v => session.Instances[v] == 0
                && own.Any(o => (mesh.Vertices[o] - mesh.Vertices[v]).LengthSquared < NeighboursMm * NeighboursMm)
                && joining.Any(j => (mesh.Vertices[j] - mesh.Vertices[v]).LengthSquared < NeighboursMm * NeighboursMm)),
        ];
        double share = own.Length / (double)(own.Length + joining.Length);
        SolvedTooth gone = session.Teeth[other - 1];
        session.Release(label);
        session.Release(other);
        session.Replace(other, label);
        session.Change(other, t => t with { IsGone = true });
        session.Change(label, t => t with { Center = Vec3.Lerp(gone.Center, t.Center, share), Confidence = 1, IsConfirmed = false, End = null });
        session.Resolve(between, [0, label], cancel);
        return null;
    }

    private static Problem? Redraw(EditSession session, LabelEdit edit, string where, CancellationToken cancel)
    {
        int label = session.LabelOf(edit.Fdi);
        if (label == 0)
            return Unknown(session, edit.Fdi, where + ".fdi");
        Result<bool[]> drawn = BorderDrawing.Inside(
            session.Start.ScanTopology, [.. edit.Border.Select(p => new Vec3(p[0], p[1], p[2]))], where + ".border");
        if (drawn.Value is not { } inside)
            return drawn.Problems[0];
        if (!inside.Where((isIn, v) => isIn && session.ScanInstances[v] == label).Any())
            return Problem.Error("label-edit-border-far", $"the line encloses nothing of {edit.Fdi}", where + ".border");
        session.Draw(label, inside, cancel);
        session.Change(label, t => t with { Confidence = 1, IsConfirmed = true });
        return null;
    }

    private static IEnumerable<Problem> Renumber(EditSession session, ReadOnlySpan<LabelEdit?> run, int first)
    {
        var problems = new List<Problem>();
        var wanted = new List<(int Label, ToothId To)>();
        int[] leaving = [.. run.ToArray().Select(e => e!.Fdi)];
        for (int i = 0; i < run.Length; i++)
        {
            string where = $"$.edits[{first + i}]";
            (int fdi, int to) = (run[i]!.Fdi, run[i]!.To!.Value);
            int label = session.LabelOf(fdi);
            Problem? bad = label == 0 ? Unknown(session, fdi, where + ".fdi")
                : Array.IndexOf(leaving, fdi) < i ? Problem.Error("label-edit-number-taken", $"{fdi} gets another number twice", where + ".fdi")
                : OtherJaw(session, to, where + ".to")
                    ?? ((session.LabelOf(to) > 0 && !leaving.Contains(to)) || wanted.Exists(w => w.To.Fdi == to) ? Taken(to, where + ".to") : null);
            if (bad is not null)
                problems.Add(bad);
            else
                wanted.Add((label, ToothId.FromFdi(to)));
        }

        if (problems.Count == 0)
        {
            foreach ((int label, ToothId to) in wanted)
                session.Change(label, t => t with { Id = to, Confidence = 1, IsNamed = true });
        }

        return problems;
    }

    private static Problem? OnTooth(EditSession session, int fdi, string where, Action<int> act)
    {
        int label = session.LabelOf(fdi);
        if (label == 0)
            return Unknown(session, fdi, where + ".fdi");
        act(label);
        return null;
    }

    private static Problem? Seed(EditSession session, ImmutableArray<double> point, string where, out int at)
    {
        ArchView view = session.Start.View;
        (int _, double off) = BorderDrawing.Nearest(session.Start.Scan, new Vec3(point[0], point[1], point[2]));
        (at, _) = BorderDrawing.Nearest(view.Mesh, view.Pose.ArchFromScan.Apply(new Vec3(point[0], point[1], point[2])));
        if (off > OffMeshMm)
            return Problem.Error("label-edit-off-mesh", $"the point lies {off:0.0} mm off the scan", where, off, OffMeshMm, "mm");
        return view.InReach[at]
            ? null
            : Problem.Error("label-edit-off-arch", "the point lies where no tooth can be: too far from the crest of the arch", where);
    }

    // where the votes round the seed see the middle of its tooth; where there are none the seed stands for it
    private static Vec3 Center(EditSession session, int seed, double reachMm)
    {
        PointEvidence evidence = session.Start.Evidence;
        Vec3 middle = session.Start.View.Mesh.Vertices[seed] with { Z = 0 };
        Vec3 sum = middle * 1e-3;
        double all = 1e-3;
        foreach ((int v, float share) in SeedPull.Around(session.Start.View, seed, 0, reachMm / 2).Share)
        {
            double weight = share * evidence.AreaMm2[v] * (1 - evidence.Position[v][0]);
            sum += (evidence.Vote[v] with { Z = 0 }) * weight;
            all += weight;
        }

        return sum / all;
    }

    // where the parts' middles lie, from the votes and places of the tooth's own vertices
    private static (Vec3 A, Vec3 B) TwoMeans(EditSession session, int[] vertices, int[] seeds)
    {
        PointEvidence evidence = session.Start.Evidence;
        TriangleMesh mesh = session.Start.View.Mesh;
        Vec3 a = mesh.Vertices[seeds[0]] with { Z = 0 };
        Vec3 b = mesh.Vertices[seeds[1]] with { Z = 0 };
        for (int round = 0; round < 5; round++)
        {
            (Vec3 sumA, Vec3 sumB, double allA, double allB) = (a * 1e-6, b * 1e-6, 1e-6, 1e-6);
            foreach (int v in vertices)
            {
                Vec3 p = ((evidence.Vote[v] + mesh.Vertices[v]) * 0.5) with { Z = 0 };
                if ((p - a).LengthSquared <= (p - b).LengthSquared)
                    (sumA, allA) = (sumA + (p * evidence.AreaMm2[v]), allA + evidence.AreaMm2[v]);
                else
                    (sumB, allB) = (sumB + (p * evidence.AreaMm2[v]), allB + evidence.AreaMm2[v]);
            }

            (a, b) = (sumA / allA, sumB / allB);
        }

        return (a, b);
    }

    private static Problem Unknown(EditSession session, int fdi, string where) => Problem.Error(
        "label-edit-unknown-tooth",
        $"there is no {fdi} in this arch; there are {string.Join(' ', session.Teeth.Select(t => t.Id).Where(t => session.LabelOf(t.Fdi) > 0).Distinct().Order())}",
        where);

    private static Problem Taken(int fdi, string where) =>
        Problem.Error("label-edit-number-taken", $"there is a {fdi} already", where);

    private static Problem? OtherJaw(EditSession session, int fdi, string where) =>
        fdi != 0 && ToothId.FromFdi(fdi).Jaw != session.Start.Jaw
            ? Problem.Error("label-edit-other-jaw", $"{fdi} is a tooth of the other jaw", where)
            : null;
}
