using Archwright.Primitives;

namespace Archwright.Geometry;

/// <summary>
/// Fills a lattice with signed distances: exact where the surface is nearer than the band, elsewhere interpolated between
/// every fourth node, which is exact. Distances change no faster than one for one, so exact nodes tell where the band can
/// be, bound the next search, and, on closed meshes, carry their sign over to every node nearer than their own distance.
/// </summary>
internal static class DistanceLatticeFiller
{
    private const int Step = 4;

    internal static void Fill(ScalarLattice lattice, SignedDistance distance, double band, RunContext context)
    {
        bool closed = MeshTopology.Of(distance.Bvh.Mesh).IsClosed;
        int cx = Coarse(lattice.Nx);
        int cy = Coarse(lattice.Ny);
        int cz = Coarse(lattice.Nz);
        float[] coarse = new float[cx * cy * cz];
        context.For(cz, k =>
        {
            for (int j = 0; j < cy; j++)
                FillCoarseRow(lattice, distance, closed, coarse.AsSpan(((k * cy) + j) * cx, cx), j, k);
        });
        var filler = new Bricks(lattice, distance, coarse, cx, cy, band, closed);
        context.For(cz - 1, k =>
        {
            for (int j = 0; j < cy - 1; j++)
            {
                for (int i = 0; i < cx - 1; i++)
                    filler.Fill(i, j, k);
            }
        });
    }

    // enough coarse nodes that the last one lies on or beyond the last node
    private static int Coarse(int nodes) => ((nodes - 1 + Step - 1) / Step) + 1;

    private static void FillCoarseRow(
        ScalarLattice lattice, SignedDistance distance, bool closed, Span<float> row, int j, int k)
    {
        double step = Step * lattice.Spacing;
        double previous = double.PositiveInfinity;
        bool inside = false;
        for (int i = 0; i < row.Length; i++)
        {
            Vec3 p = lattice.Node(i * Step, j * Step, k * Step);
            double d = distance.Bvh.Closest(p, previous + step + 1e-6).DistanceMm;
            if (!closed || i == 0 || Math.Max(previous, d) <= step)
                inside = distance.IsInside(p);
            row[i] = (float)(inside ? -d : d);
            previous = d;
        }
    }

    private sealed class Bricks(
        ScalarLattice lattice, SignedDistance distance, float[] coarse, int cx, int cy, double band, bool closed)
    {
        internal void Fill(int bi, int bj, int bk)
        {
            Span<double> corners = stackalloc double[8];
            double least = double.PositiveInfinity;
            for (int c = 0; c < 8; c++)
            {
                corners[c] = coarse[((((bk + (c >> 2)) * cy) + bj + ((c >> 1) & 1)) * cx) + bi + (c & 1)];
                least = Math.Min(least, Math.Abs(corners[c]));
            }

            // a node of the brick lies within half its diagonal of a corner
            bool nearSurface = least <= band + (Math.Sqrt(3) / 2 * Step * lattice.Spacing);
            int endX = End(bi, lattice.Nx);
            int endY = End(bj, lattice.Ny);
            int endZ = End(bk, lattice.Nz);
            for (int z = bk * Step; z < endZ; z++)
            {
                for (int y = bj * Step; y < endY; y++)
                {
                    Span<float> row = lattice.Values.AsSpan(lattice.Index(bi * Step, y, z), endX - (bi * Step));
                    FillRow(corners, nearSurface, row, bi * Step, y, z, (y - (bj * Step)) / (double)Step, (z - (bk * Step)) / (double)Step);
                }
            }
        }

        // nodes on the far side belong to the next brick, except in the last one
        private static int End(int brick, int nodes)
        {
            int end = (brick + 1) * Step;
            return end >= nodes - 1 ? nodes : end;
        }

        private void FillRow(
            ReadOnlySpan<double> corners, bool nearSurface, Span<float> row, int x0, int y, int z, double v, double w)
        {
            double left = Mix(Mix(corners[0], corners[2], v), Mix(corners[4], corners[6], v), w);
            double right = Mix(Mix(corners[1], corners[3], v), Mix(corners[5], corners[7], v), w);
            double previous = double.NaN;
            for (int i = 0; i < row.Length; i++)
            {
                double u = i / (double)Step;
                double interpolated = Mix(left, right, u);
                double far = nearSurface ? FarSide(corners, u, v, w) : Math.Sign(corners[0]);
                if (far != 0)
                {
                    // interpolation may dip towards or through zero where opposite walls are near; the side is known
                    row[i] = (float)(closed ? far * Math.Max(far * interpolated, band) : interpolated);
                    previous = double.NaN;
                    continue;
                }

                previous = Exact(corners, lattice.Node(x0 + i, y, z), previous, u, v, w);
                row[i] = (float)previous;
            }
        }

        private double Exact(ReadOnlySpan<double> corners, Vec3 p, double previous, double u, double v, double w)
        {
            double h = lattice.Spacing;
            double bound = double.IsNaN(previous) ? double.PositiveInfinity : Math.Abs(previous) + h;
            double sign = 0;
            for (int c = 0; c < 8; c++)
            {
                double reach = Reach(c, u, v, w);
                bound = Math.Min(bound, Math.Abs(corners[c]) + reach);
                if (Math.Abs(corners[c]) > reach)
                    sign = Math.Sign(corners[c]);
            }

            double d = distance.Bvh.Closest(p, bound + 1e-5).DistanceMm;
            if (!closed)
                return distance.IsInside(p) ? -d : d;
            if (sign == 0 && !double.IsNaN(previous) && Math.Max(Math.Abs(previous), d) > h)
                sign = Math.Sign(previous);
            for (int c = 0; c < 8 && sign == 0; c++)
            {
                if (d > Reach(c, u, v, w))
                    sign = Math.Sign(corners[c]);
            }

            if (sign == 0)
                sign = distance.IsInside(p) ? -1 : 1;
            return sign * d;
        }

        /// <summary>1 or −1 where a corner proves the node to be beyond the band on its side, else 0.</summary>
        private double FarSide(ReadOnlySpan<double> corners, double u, double v, double w)
        {
            for (int c = 0; c < 8; c++)
            {
                if (Math.Abs(corners[c]) - Reach(c, u, v, w) > band)
                    return Math.Sign(corners[c]);
            }

            return 0;
        }

        private double Reach(int corner, double u, double v, double w)
        {
            double x = u - (corner & 1);
            double y = v - ((corner >> 1) & 1);
            double z = w - (corner >> 2);
            return Step * lattice.Spacing * Math.Sqrt((x * x) + (y * y) + (z * z));
        }

        private static double Mix(double a, double b, double t) => a + ((b - a) * t);
    }
}
