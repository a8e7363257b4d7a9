using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Fabrication.Solids;

/// <summary>
/// Makes what is inside a lattice one solid without hollows: outside that cannot be reached from the border becomes inside, and
/// inside that does not belong to the largest part becomes outside. Neighbours are those across a face; the border itself is put
/// outside. Method: runs of equal side along x, joined by union-find (Wu et al. 2009, doi 10.1007/s10044-008-0109-y).
/// Complexity: O(nodes).
/// </summary>
internal static class OneSolid
{
    public static void Make(ScalarLattice lattice, RunContext context)
    {
        CloseBorder(lattice);
        Runs runs = Runs.Of(lattice, context);
        int[] outside = runs.Parts();
        for (int r = 0; r < runs.Count; r++)
            runs.IsInside[r] |= outside[r] != outside[0];
        int[] parts = runs.Parts();
        int largest = runs.LargestInside(parts);
        float just = (float)(lattice.Spacing / 4);
        for (int r = 0; r < runs.Count; r++)
        {
            bool isKept = runs.IsInside[r] && parts[r] == largest;
            int first = runs.Start[r];
            if (lattice.Values[first] < 0 != isKept)
                Array.Fill(lattice.Values, isKept ? -just : just, first, runs.Start[r + 1] - first);
        }
    }

    private static void CloseBorder(ScalarLattice lattice)
    {
        for (int z = 0; z < lattice.Nz; z++)
        {
            bool isEnd = z == 0 || z == lattice.Nz - 1;
            for (int y = 0; y < lattice.Ny; y++)
            {
                int step = isEnd || y == 0 || y == lattice.Ny - 1 ? 1 : lattice.Nx - 1;
                for (int x = 0; x < lattice.Nx; x += step)
                {
                    ref float value = ref lattice.Values[lattice.Index(x, y, z)];
                    value = Math.Max(value, (float)lattice.Spacing);
                }
            }
        }
    }

    /// <summary>Rows of the lattice cut where they go in or out.</summary>
    private sealed class Runs(int[] start, bool[] isInside, int[] firstOfRow, int rowsInLayer)
    {
        public int Count => IsInside.Length;

        /// <summary>First node of each run, and after the last one the number of nodes.</summary>
        public int[] Start { get; } = start;

        public bool[] IsInside { get; } = isInside;

        public static Runs Of(ScalarLattice lattice, RunContext context)
        {
            var layers = new List<(int Start, bool IsInside)>[lattice.Nz];
            var rowOf = new int[(lattice.Nz * lattice.Ny) + 1];
            context.For(lattice.Nz, z =>
            {
                var found = layers[z] = [];
                for (int y = 0; y < lattice.Ny; y++)
                {
                    rowOf[(z * lattice.Ny) + y] = found.Count;
                    int first = lattice.Index(0, y, z);
                    ReadOnlySpan<float> row = lattice.Values.AsSpan(first, lattice.Nx);
                    for (int x = 0; x < row.Length; x++)
                    {
                        if (x == 0 || row[x] < 0 != row[x - 1] < 0)
                            found.Add((first + x, row[x] < 0));
                    }
                }
            });
            var start = new List<int>();
            var isInside = new List<bool>();
            for (int z = 0; z < lattice.Nz; z++)
            {
                for (int y = 0; y < lattice.Ny; y++)
                    rowOf[(z * lattice.Ny) + y] += start.Count;
                start.AddRange(layers[z].Select(r => r.Start));
                isInside.AddRange(layers[z].Select(r => r.IsInside));
            }

            rowOf[^1] = start.Count;
            start.Add(lattice.Values.Length);
            return new Runs([.. start], [.. isInside], rowOf, lattice.Ny);
        }

        /// <summary>Per run the first run of its part: of all runs of its side that hang together.</summary>
        public int[] Parts()
        {
            int[] parent = [.. Enumerable.Range(0, Count)];
            int rows = firstOfRow.Length - 1;
            for (int row = 0; row < rows; row++)
            {
                for (int r = firstOfRow[row] + 1; r < firstOfRow[row + 1]; r++)
                    Join(parent, r - 1, r);
                if (row % rowsInLayer > 0)
                    JoinRows(parent, row - 1, row);
                if (row >= rowsInLayer)
                    JoinRows(parent, row - rowsInLayer, row);
            }

            // parents come before their children
            for (int r = 0; r < parent.Length; r++)
                parent[r] = parent[parent[r]];
            return parent;
        }

        public int LargestInside(int[] parts)
        {
            var size = new int[parts.Length];
            for (int r = 0; r < parts.Length; r++)
            {
                if (IsInside[r])
                    size[parts[r]] += Start[r + 1] - Start[r];
            }

            return Array.IndexOf(size, size.Max());
        }

        private void JoinRows(int[] parent, int one, int other)
        {
            int shift = Start[firstOfRow[other]] - Start[firstOfRow[one]];
            int a = firstOfRow[one];
            int b = firstOfRow[other];
            while (a < firstOfRow[one + 1] && b < firstOfRow[other + 1])
            {
                Join(parent, a, b);
                int endA = Start[a + 1] + shift;
                int endB = Start[b + 1];
                if (endA <= endB)
                    a++;
                if (endB <= endA)
                    b++;
            }
        }

        private void Join(int[] parent, int a, int b)
        {
            if (IsInside[a] != IsInside[b])
                return;
            int rootA = Root(parent, a);
            int rootB = Root(parent, b);
            parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
        }

        private static int Root(int[] parent, int r)
        {
            while (parent[r] != r)
                r = parent[r] = parent[parent[r]];
            return r;
        }
    }
}
