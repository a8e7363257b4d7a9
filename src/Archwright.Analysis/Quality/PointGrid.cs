using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>Points sorted into cubes, to find those near a place. Building O(n log n); a query reads the cubes it touches.</summary>
internal sealed class PointGrid
{
    private readonly Vec3[] _points;
    private readonly double _cellMm;
    private readonly Vec3 _min;
    private readonly (int X, int Y) _count;
    private readonly long[] _keys;
    private readonly int[] _order;

    private PointGrid(Vec3[] points, double cellMm)
    {
        _points = points;
        _cellMm = cellMm;
        Aabb box = Aabb.Of(points);
        _min = box.Min;
        _count = ((int)(box.Size.X / cellMm) + 1, (int)(box.Size.Y / cellMm) + 1);
        _keys = new long[points.Length];
        _order = [.. Enumerable.Range(0, points.Length)];
        for (int i = 0; i < points.Length; i++)
        {
            Vec3 p = points[i] - _min;
            _keys[i] = Key((int)(p.X / cellMm), (int)(p.Y / cellMm), (int)(p.Z / cellMm));
        }

        Array.Sort(_keys, _order);
    }

    public static PointGrid Of(Vec3[] points, double cellMm) => new(points, cellMm);

    /// <summary>Adds the points within <paramref name="radiusMm"/> to <paramref name="into"/>, always in the same order.</summary>
    public void Near(Vec3 center, double radiusMm, List<int> into)
    {
        Vec3 c = center - _min;
        int x0 = Math.Max(0, (int)Math.Floor((c.X - radiusMm) / _cellMm));
        int x1 = Math.Min(_count.X - 1, (int)((c.X + radiusMm) / _cellMm));
        int y0 = Math.Max(0, (int)Math.Floor((c.Y - radiusMm) / _cellMm));
        int y1 = Math.Min(_count.Y - 1, (int)((c.Y + radiusMm) / _cellMm));
        int z0 = Math.Max(0, (int)Math.Floor((c.Z - radiusMm) / _cellMm));
        int z1 = (int)((c.Z + radiusMm) / _cellMm);
        double squared = radiusMm * radiusMm;
        for (int z = z0; z <= z1; z++)
        {
            for (int y = y0; y <= y1; y++)
            {
                // the cubes of a row follow each other
                long last = Key(x1, y, z);
                int from = Array.BinarySearch(_keys, Key(x0, y, z));
                if (from < 0)
                    from = ~from;
                while (from > 0 && _keys[from - 1] >= Key(x0, y, z))
                    from--;
                for (int i = from; i < _keys.Length && _keys[i] <= last; i++)
                {
                    if ((_points[_order[i]] - center).LengthSquared <= squared)
                        into.Add(_order[i]);
                }
            }
        }
    }

    private long Key(int x, int y, int z) => ((((long)z * _count.Y) + y) * _count.X) + x;
}
