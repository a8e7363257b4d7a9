using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Mutations.Cases;

/// <summary>A small sound case that mutants are made from: synthetic arches, thinned to a few thousand triangles.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Scans">Labelled scans.</param>
/// <param name="Teeth">Separated teeth.</param>
internal sealed record BaseCase(string Name, ImmutableArray<ArchScan> Scans, ImmutableArray<SeparatedTooth> Teeth)
{
    /// <summary>
    /// All of them: the front of both jaws, both arches whole, an upper front alone, separated teeth. Most mutants
    /// are made of the upper front, which plans in a fraction of a second. A small sweep has the last two.
    /// </summary>
    public static BaseCase[] All(bool isSmall)
    {
        SyntheticCase spaced = Made(SynthesisPresets.Spacing(6));
        BaseCase[] small =
        [
            new BaseCase("upper", [Thinned(spaced.Upper!, 4, 2_200)], []),
            new BaseCase(
                "teeth",
                [],
                [
                    .. spaced.Teeth.Where(t => t.Id.Position <= 4)
                        .Select(t => new SeparatedTooth(t.Id, Decimation.Simplify(t.Tooth.Mesh, 400))),
                ]),
        ];
        if (isSmall)
            return small;
        SyntheticCase crowded = Made(SynthesisPresets.MildCrowding(5));
        SyntheticCase ideal = Made(SynthesisPresets.Ideal(4));
        return
        [
            new BaseCase("front", [Thinned(crowded.Upper!, 3, 1_600), Thinned(crowded.Lower!, 3, 1_600)], []),
            new BaseCase("whole", [Thinned(ideal.Upper!, 8, 3_500), Thinned(ideal.Lower!, 8, 3_500)], []),
            .. small,
        ];
    }

    private static SyntheticCase Made(SynthesisOptions options) =>
        SyntheticDentition.Create(options with { TrianglesPerArch = 10_000, Palate = false }, new RunContext());

    // Teeth behind the last position go, with the gingiva that is nearer to them than to any tooth that stays.
    private static ArchScan Thinned(ArchScan scan, int lastPosition, int triangles)
    {
        var draft = new ArchDraft(scan);
        Vec3[] centers = [.. draft.Teeth.Select(fdi => Mean([.. draft.VerticesOf(fdi).Select(v => draft.Vertices[v])]))];
        int[] teeth = draft.Teeth;
        bool IsGone(int f)
        {
            Triangle t = draft.Faces[f];
            Vec3 middle = Mean([draft.Vertices[t.A], draft.Vertices[t.B], draft.Vertices[t.C]]);
            int label = draft.Labels[f] != 0
                ? draft.Labels[f]
                : teeth[Enumerable.Range(0, teeth.Length).MinBy(i => Vec3.Distance(centers[i], middle))];
            return label % 10 > lastPosition;
        }

        draft.RemoveFaces(IsGone);
        TriangleMesh whole = draft.ToMesh();
        TriangleMesh thin = Decimation.Simplify(Submesh.Of(whole, _ => true).Mesh, triangles);
        var bvh = Bvh.Build(whole);
        return new ArchScan(
            scan.Jaw,
            thin,
            [.. Enumerable.Range(0, thin.TriangleCount).Select(f => draft.Labels[bvh.Closest(thin.FaceCenter(f)).Face])]);
    }

    private static Vec3 Mean(IReadOnlyCollection<Vec3> points) =>
        points.Aggregate(Vec3.Zero, (sum, p) => sum + p) / Math.Max(1, points.Count);
}
