using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// Cusp tips of canines, premolars and molars. Method: a cusp tip is a summit of the distance from the tooth's apex, which does not
/// depend on how the tooth leans in the arch and little on how its axis was told; of the summits of one quarter (one side in premolars)
/// the highest. Where a worn or rounded cusp has none, it is looked for from points nearer to the crown, which bring out a corner as a
/// summit. Lower molars may have a fifth cusp on the facial side (the distal one of first molars), which comes last. Known limit: a crown
/// whose axes are turned by more than a cusp's width has its cusps in the wrong quarter.
/// </summary>
internal static class CuspFinder
{
    /// <summary>About a tooth's length below the occlusal end: its apex, from which a cusp's tip is a summit.</summary>
    public const double ApexDepthMm = 20;

    private static readonly double[] ViewDepthsMm = [ApexDepthMm, 12, 8];
    private const double StrongMm = 0.25;
    private const double WeakMm = 0.02;
    private const double OcclusalShare = 0.75;
    private const double CuspsApartMm = 1.5;
    private const double OffMiddleMm = 0.8;

    // an upper molar's large mesiolingual cusp reaches over the middle, the distolingual one is small
    private const double UpperLingualShift = 0.2;

    /// <summary>Canine: tip. Premolar: facial, lingual. Molar: mesiofacial, distofacial, mesiolingual, distolingual and a fifth. Crown axes.</summary>
    public static ImmutableArray<Vec3> Find(CrownShape shape, CrownOutline outline)
    {
        var crown = new Views(shape, outline);
        (double x, double y) = outline.Middle;
        switch (shape.Crown.Id.Class)
        {
            case ToothClass.Canine:
                return [.. crown.Cusp(p => Math.Abs(p.X - x) < 0.35 * outline.Width, 0, 0, [])];
            case ToothClass.Premolar:
                bool Inner(Vec3 p) => Math.Abs(p.X - x) < 0.4 * outline.Width;
                return
                [
                    .. crown.Cusp(p => Inner(p) && p.Y - y > 0.3, 0, 1, []),
                    .. crown.Cusp(p => Inner(p) && y - p.Y > OffMiddleMm, 0, -1, []),
                ];
            default:
                return OfMolar(shape.Crown.Id.Jaw, crown, outline);
        }
    }

    private static ImmutableArray<Vec3> OfMolar(Jaw jaw, Views crown, CrownOutline outline)
    {
        (int Mesial, int Facial)[] quarters = [(1, 1), (-1, 1), (1, -1), (-1, -1)];
        double MiddleX(int facial) => outline.Middle.X - (jaw == Jaw.Upper && facial < 0 ? UpperLingualShift * outline.Width : 0);
        bool Within((int Mesial, int Facial) q, Vec3 p, double x, double y) =>
            q.Mesial * (p.X - MiddleX(q.Facial)) > x && q.Facial * (p.Y - outline.Middle.Y) > y;
        var tips = new Vec3?[quarters.Length];
        var taken = new List<Vec3>();
        for (int q = 0; q < quarters.Length; q++)
        {
            tips[q] = crown.Strong(p => Within(quarters[q], p, 0, 0), taken);
            if (tips[q] is { } tip)
                taken.Add(tip);
        }

        for (int q = 0; q < quarters.Length; q++)
        {
            if (tips[q] is not null)
                continue;
            foreach (Vec3 tip in crown.Cusp(p => Within(quarters[q], p, 0.3, OffMiddleMm), quarters[q].Mesial, quarters[q].Facial, taken))
            {
                tips[q] = tip;
                taken.Add(tip);
            }
        }

        IEnumerable<Vec3> fifth = jaw == Jaw.Lower ? crown.Fifth(p => p.Y > outline.Middle.Y, taken) : [];
        return [.. tips.OfType<Vec3>(), .. fifth];
    }

    // The crown's summits seen from each depth.
    private sealed class Views
    {
        private readonly CrownOutline _outline;
        private readonly Vec3[] _seen;
        private readonly Vec3[] _local;
        private readonly List<(int Vertex, double Prominence)>[] _summits;

        public Views(CrownShape shape, CrownOutline outline)
        {
            _outline = outline;
            _local = shape.Local;
            bool IsSeen(int v) => v < shape.Crown.SeenVertices && shape.IsCrown[v];
            _seen = [.. Enumerable.Range(0, _local.Length).Where(IsSeen).Select(v => _local[v])];
            MeshTopology topology = MeshTopology.Of(shape.Crown.Mesh);
            _summits =
            [
                .. ViewDepthsMm.Select(depth =>
                {
                    var from = new Vec3(outline.Middle.X, outline.Middle.Y, outline.Top - depth);
                    double[] height = [.. _local.Select((p, v) => IsSeen(v) ? Vec3.Distance(p, from) : double.NaN)];
                    return Summits.Of(topology, height).FindAll(s => _local[s.Vertex].Z > outline.Top - (OcclusalShare * outline.Height));
                }),
            ];
        }

        // The highest clear summit of a part.
        public Vec3? Strong(Func<Vec3, bool> within, List<Vec3> taken) => First(0, StrongMm, within, taken);

        // The highest summit of a part from the first depth that shows one; where none does, the point that is high and far out.
        public IEnumerable<Vec3> Cusp(Func<Vec3, bool> within, int mesial, int facial, List<Vec3> taken)
        {
            for (int depth = 0; depth < _summits.Length; depth++)
            {
                if (First(depth, WeakMm, within, taken) is { } tip)
                    return [tip];
            }

            double Out(Vec3 p) => p.Z + (0.4 * facial * (p.Y - _outline.Middle.Y)) + (0.2 * mesial * (p.X - _outline.Middle.X));
            return _seen.Where(within).OrderByDescending(Out).Take(1);
        }

        // The most prominent summit that is left on a side.
        public IEnumerable<Vec3> Fifth(Func<Vec3, bool> within, List<Vec3> taken) =>
            _summits[0].Where(s => s.Prominence > WeakMm).OrderByDescending(s => s.Prominence).Select(s => _local[s.Vertex])
                .Where(p => within(p) && IsFree(p, taken)).Take(1);

        private Vec3? First(int depth, double prominence, Func<Vec3, bool> within, List<Vec3> taken)
        {
            foreach ((int v, double own) in _summits[depth])
            {
                if (own > prominence && within(_local[v]) && IsFree(_local[v], taken))
                    return _local[v];
            }

            return null;
        }

        private static bool IsFree(Vec3 p, List<Vec3> taken) => taken.TrueForAll(t => Vec3.Distance(t, p) > CuspsApartMm);
    }
}
