using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Fabrication;

/// <summary>
/// The gingival margins of a jaw as closed lines, by which trays are trimmed. With a gingiva surface they are its inner borders,
/// moved by the skin; without one, a scalloped line through the margin landmarks of the teeth. Model frame.
/// </summary>
internal sealed class MarginLines
{
    // shorter borders are holes of the scan, not margins, mm
    private const double LengthMinMm = 15;
    private const double OnToothMm = 0.6;
    private const double OnToothShare = 0.7;
    private const double StepMm = 0.5;
    private const int SmoothingRounds = 6;
    private readonly Tooth[] _teeth;
    private readonly ImmutableArray<ImmutableArray<int>> _loops;

    private MarginLines(Tooth[] teeth, ImmutableArray<ImmutableArray<int>> loops)
    {
        _teeth = teeth;
        _loops = loops;
    }

    public static MarginLines Of(TriangleMesh? gingiva, Tooth[] teeth)
    {
        if (gingiva is null)
            return new MarginLines(teeth, []);
        Bvh crowns = Bvh.Build(Submesh.Concatenate([.. teeth.Select(t => t.Mesh)]));
        return new MarginLines(
            teeth,
            [
                .. BoundaryLoops.Of(gingiva)
                    .Where(l => l.LengthMm >= LengthMinMm && IsMargin(l.Vertices, gingiva, crowns))
                    .Select(l => l.Vertices),
            ]);
    }

    /// <summary>The lines with the teeth in these poses and the gingiva following them.</summary>
    public IEnumerable<ImmutableArray<Vec3>> At(IReadOnlyDictionary<ToothId, RigidTransform> poses, GingivaSkin? skin)
    {
        if (skin is null || _loops.IsEmpty)
            return [Scallop(poses)];
        return _loops.Select(l => Even(skin.Moved(l, poses)));
    }

    private static bool IsMargin(ImmutableArray<int> loop, TriangleMesh gingiva, Bvh crowns)
    {
        int near = loop.Count(v => crowns.Closest(gingiva.Vertices[v], OnToothMm).DistanceMm < OnToothMm);
        return near >= OnToothShare * loop.Length;
    }

    /// <summary>Facial margins from the first tooth to the last, then lingual ones back, with a papilla between neighbours.</summary>
    private ImmutableArray<Vec3> Scallop(IReadOnlyDictionary<ToothId, RigidTransform> poses)
    {
        Tooth[] moved = [.. _teeth.Select(t => t.Moved(poses.TryGetValue(t.Id, out RigidTransform pose) ? pose : RigidTransform.Identity))];
        var facial = new List<Vec3>();
        var lingual = new List<Vec3>();
        for (int i = 0; i < moved.Length; i++)
        {
            facial.Add(moved[i].Landmarks.FacialMargin);
            lingual.Add(moved[i].Landmarks.LingualMargin);
            if (i + 1 == moved.Length)
                break;
            facial.Add(Papilla(moved[i].Landmarks.FacialMargin, moved[i + 1].Landmarks.FacialMargin, moved[i], moved[i + 1]));
            lingual.Add(Papilla(moved[i].Landmarks.LingualMargin, moved[i + 1].Landmarks.LingualMargin, moved[i], moved[i + 1]));
        }

        lingual.Reverse();
        return Even([.. facial, .. lingual]);
    }

    // half-way from the margins to the height of the contact
    private static Vec3 Papilla(Vec3 a, Vec3 b, Tooth first, Tooth second)
    {
        Vec3 middle = (a + b) * 0.5;
        double contact = (first.Frame.Origin.Z + second.Frame.Origin.Z) / 2;
        return middle with { Z = (middle.Z + contact) / 2 };
    }

    /// <summary>The closed line with points about every half millimetre, its saw teeth smoothed.</summary>
    private static ImmutableArray<Vec3> Even(IReadOnlyList<Vec3> line)
    {
        double length = 0;
        for (int i = 0; i < line.Count; i++)
            length += Vec3.Distance(line[i], line[(i + 1) % line.Count]);
        int count = Math.Max(8, (int)(length / StepMm));
        var points = new Vec3[count];
        int at = 0;
        double before = 0;
        double edge = Vec3.Distance(line[0], line[1 % line.Count]);
        for (int i = 0; i < count; i++)
        {
            double wanted = length * i / count;
            while (before + edge < wanted && at + 1 < line.Count)
            {
                before += edge;
                at++;
                edge = Vec3.Distance(line[at], line[(at + 1) % line.Count]);
            }

            points[i] = Vec3.Lerp(line[at], line[(at + 1) % line.Count], edge > 0 ? Math.Clamp((wanted - before) / edge, 0, 1) : 0);
        }

        for (int round = 0; round < SmoothingRounds; round++)
        {
            Vec3[] old = [.. points];
            for (int i = 0; i < count; i++)
                points[i] = (old[i] * 0.5) + ((old[(i + count - 1) % count] + old[(i + 1) % count]) * 0.25);
        }

        return [.. points];
    }
}
