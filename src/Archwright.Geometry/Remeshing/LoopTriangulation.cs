namespace Archwright.Geometry;

/// <summary>
/// Triangulates a closed loop in space without new vertices, by dynamic programming over its chords (Barequet and Sharir
/// 1995; weights after Liepa 2003): least sum of area and needle penalty, and for short loops least greatest bending first.
/// </summary>
internal static class LoopTriangulation
{
    private const int ProgrammedMax = 400;
    private const int BendingMax = 100;

    /// <summary>Triangles over ring positions 0 … n − 1 in ring order, or null where forbidden chords leave none.</summary>
    internal static List<Triangle>? Of(Vec3[] ring, Func<int, int, bool> isForbidden)
    {
        var triangles = new List<Triangle>(ring.Length);
        List<int> rest = [.. Enumerable.Range(0, ring.Length)];
        if (ring.Length > ProgrammedMax && !CutEars(ring, rest, isForbidden, triangles))
            return null;
        return new Program(ring, rest, isForbidden).Solve(triangles) ? triangles : null;
    }

    private static bool CutEars(Vec3[] ring, List<int> rest, Func<int, int, bool> isForbidden, List<Triangle> triangles)
    {
        while (rest.Count > ProgrammedMax)
        {
            int best = -1;
            double bestLength = double.PositiveInfinity;
            for (int i = 0; i < rest.Count; i++)
            {
                int before = rest[(i + rest.Count - 1) % rest.Count];
                int after = rest[(i + 1) % rest.Count];
                double length = (ring[after] - ring[before]).LengthSquared;
                if (length < bestLength && !isForbidden(before, after))
                    (best, bestLength) = (i, length);
            }

            if (best < 0)
                return false;
            triangles.Add(new Triangle(
                rest[(best + rest.Count - 1) % rest.Count], rest[best], rest[(best + 1) % rest.Count]));
            rest.RemoveAt(best);
        }

        return true;
    }

    private sealed class Program(Vec3[] ring, List<int> rest, Func<int, int, bool> isForbidden)
    {
        private readonly int _n = rest.Count;
        private readonly double[] _area = new double[rest.Count * rest.Count];
        private readonly double[] _bend = new double[rest.Count * rest.Count];
        private readonly Vec3[] _normal = new Vec3[rest.Count * rest.Count];
        private readonly int[] _apex = new int[rest.Count * rest.Count];
        private readonly bool _bending = rest.Count <= BendingMax;

        internal bool Solve(List<Triangle> triangles)
        {
            for (int span = 2; span < _n; span++)
            {
                for (int i = 0; i + span < _n; i++)
                    Best(i, i + span);
            }

            if (double.IsPositiveInfinity(_area[_n - 1]))
                return false;
            Collect(triangles);
            return true;
        }

        private void Best(int i, int k)
        {
            int at = (i * _n) + k;
            _area[at] = double.PositiveInfinity;
            _bend[at] = double.PositiveInfinity;
            _apex[at] = -1;
            bool isRim = i == 0 && k == _n - 1;
            if (!isRim && isForbidden(rest[i], rest[k]))
                return;
            Vec3 a = ring[rest[i]];
            Vec3 c = ring[rest[k]];
            for (int m = i + 1; m < k; m++)
            {
                int left = (i * _n) + m;
                int right = (m * _n) + k;
                double below = _area[left] + _area[right];
                if (double.IsPositiveInfinity(below) || (!_bending && below >= _area[at]))
                    continue;
                Vec3 b = ring[rest[m]];
                Vec3 cross = Vec3.Cross(b - a, c - a);
                double area = below + Weight(a, b, c, cross.Length);
                Vec3 unit = _bending ? cross.Normalized() : default;
                double bend = _bending ? Math.Max(Math.Max(_bend[left], _bend[right]), Math.Max(Fold(unit, left, i, m), Fold(unit, right, m, k))) : 0;

                // bending is compared in steps, so that area decides among patches that are about as smooth
                double coarse = Math.Round(bend * 8);
                double coarseBest = Math.Round(_bend[at] * 8);
                if (_apex[at] >= 0 && (coarse > coarseBest || (coarse == coarseBest && area >= _area[at])))
                    continue;
                _area[at] = area;
                _bend[at] = bend;
                _normal[at] = unit;
                _apex[at] = m;
            }
        }

        /// <summary>1 − cos of the angle to the triangle on the far side of a chord; rim edges bend freely.</summary>
        private double Fold(Vec3 unit, int chord, int from, int to) =>
            to - from < 2 ? 0 : 1 - Vec3.Dot(unit, _normal[chord]);

        private static double Weight(Vec3 a, Vec3 b, Vec3 c, double twiceArea)
        {
            double longest = Math.Max((b - a).LengthSquared, Math.Max((c - b).LengthSquared, (a - c).LengthSquared));
            return (twiceArea / 2) + (twiceArea < 1e-3 * longest ? longest : 1e-3 * longest);
        }

        private void Collect(List<Triangle> triangles)
        {
            var open = new Stack<(int From, int To)>();
            open.Push((0, _n - 1));
            while (open.Count > 0)
            {
                (int i, int k) = open.Pop();
                if (k - i < 2)
                    continue;
                int m = _apex[(i * _n) + k];
                triangles.Add(new Triangle(rest[i], rest[m], rest[k]));
                open.Push((i, m));
                open.Push((m, k));
            }
        }
    }
}
