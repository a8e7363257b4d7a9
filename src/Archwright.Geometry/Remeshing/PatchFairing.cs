namespace Archwright.Geometry;

/// <summary>
/// Moves the inner vertices of a patch to a fair shape. With uniform weights, so that neighbours also spread evenly.
/// Membrane: each vertex is the mean of its neighbours (successive over-relaxation). Thin plate: least sum of squared
/// differences between vertices, rim included, and the means of their neighbours (conjugate gradients on the normal
/// equations), after Kobbelt, Campagna, Vorsatz and Seidel 1998 (Interactive multi-resolution modeling on arbitrary meshes, SIGGRAPH).
/// </summary>
internal static class PatchFairing
{
    private const int SweepsMax = 2000;
    private const double Relaxation = 1.7;

    internal static void Fair(HolePatch patch, MeshTopology topology, int[] ring, PatchShape shape)
    {
        int inner = patch.Positions.Count - ring.Length;
        if (inner == 0)
            return;
        int[][] neighbours = Neighbours(patch);
        Relax(patch, neighbours);
        if (shape == PatchShape.ThinPlate)
            Bend(patch, topology, ring, neighbours);
    }

    private static int[][] Neighbours(HolePatch patch)
    {
        var sets = new SortedSet<int>[patch.Positions.Count];
        for (int v = 0; v < sets.Length; v++)
            sets[v] = [];
        foreach (Triangle t in patch.Triangles)
        {
            _ = sets[t.A].Add(t.B);
            _ = sets[t.A].Add(t.C);
            _ = sets[t.B].Add(t.C);
            _ = sets[t.B].Add(t.A);
            _ = sets[t.C].Add(t.A);
            _ = sets[t.C].Add(t.B);
        }

        return [.. sets.Select(s => s.ToArray())];
    }

    private static void Relax(HolePatch patch, int[][] neighbours)
    {
        List<Vec3> p = patch.Positions;
        double tolerance = 1e-5 * Aabb.Of(p.ToArray()).Size.Length;
        for (int sweep = 0; sweep < SweepsMax; sweep++)
        {
            double moved = 0;
            for (int v = patch.RingLength; v < p.Count; v++)
            {
                Vec3 mean = Vec3.Zero;
                foreach (int n in neighbours[v])
                    mean += p[n];
                Vec3 step = ((mean / neighbours[v].Length) - p[v]) * Relaxation;
                p[v] += step;
                moved = Math.Max(moved, step.LengthSquared);
            }

            if (moved < tolerance * tolerance)
                return;
        }
    }

    private static void Bend(HolePatch patch, MeshTopology topology, int[] ring, int[][] neighbours)
    {
        // a rim vertex also has neighbours in the mesh, which stay where they are
        Vec3[] fixedSum = new Vec3[patch.Positions.Count];
        double[] weight = new double[patch.Positions.Count];
        var onRing = new HashSet<int>(ring);
        for (int v = 0; v < weight.Length; v++)
        {
            int count = neighbours[v].Length;
            if (v < ring.Length)
            {
                foreach (int n in topology.NeighboursOf(ring[v]))
                {
                    if (onRing.Contains(n))
                        continue;
                    fixedSum[v] += topology.Mesh.Vertices[n];
                    count++;
                }
            }

            weight[v] = 1.0 / count;
        }

        var system = new Plate(patch.RingLength, neighbours, weight);
        Vec3[] position = [.. patch.Positions];
        Vec3[] residual = system.Laplacian(position);
        for (int v = 0; v < residual.Length; v++)
            residual[v] = -(residual[v] + (fixedSum[v] * weight[v]));
        system.Minimise(position, residual);
        for (int v = ring.Length; v < position.Length; v++)
            patch.Positions[v] = position[v];
    }

    private sealed class Plate(int fixedCount, int[][] neighbours, double[] weight)
    {
        private const int IterationsMax = 1500;

        /// <summary>Mean of the neighbours within the patch (over all neighbours) less the vertex, per vertex.</summary>
        internal Vec3[] Laplacian(Vec3[] x)
        {
            var result = new Vec3[x.Length];
            for (int v = 0; v < x.Length; v++)
            {
                Vec3 sum = Vec3.Zero;
                foreach (int n in neighbours[v])
                    sum += x[n];
                result[v] = (sum * weight[v]) - x[v];
            }

            return result;
        }

        /// <summary>Conjugate gradients for the least |L·d − residual| over moves d of the free vertices.</summary>
        internal void Minimise(Vec3[] position, Vec3[] residual)
        {
            Vec3[] gradient = Transposed(residual);
            Vec3[] direction = [.. gradient];
            double square = Square(gradient);
            double first = square;
            for (int i = 0; i < IterationsMax && square > 1e-14 * first && square > 0; i++)
            {
                Vec3[] q = Laplacian(direction);
                double alpha = square / Square(q);
                for (int v = 0; v < position.Length; v++)
                {
                    position[v] += direction[v] * alpha;
                    residual[v] -= q[v] * alpha;
                }

                gradient = Transposed(residual);
                double next = Square(gradient);
                for (int v = 0; v < position.Length; v++)
                    direction[v] = gradient[v] + (direction[v] * (next / square));
                square = next;
            }
        }

        private Vec3[] Transposed(Vec3[] r)
        {
            var result = new Vec3[r.Length];
            for (int v = fixedCount; v < r.Length; v++)
            {
                Vec3 sum = -r[v];
                foreach (int n in neighbours[v])
                    sum += r[n] * weight[n];
                result[v] = sum;
            }

            return result;
        }

        private static double Square(Vec3[] a)
        {
            double sum = 0;
            foreach (Vec3 v in a)
                sum += v.LengthSquared;
            return sum;
        }
    }
}
