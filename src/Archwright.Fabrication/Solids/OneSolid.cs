namespace Archwright.Fabrication.Solids;

/// <summary>
/// Makes what is inside a lattice one solid without hollows: outside that cannot be reached from the border becomes inside, and
/// inside that does not belong to the largest part becomes outside. Neighbours are those across a face. Complexity: O(nodes).
/// </summary>
internal static class OneSolid
{
    public static void Make(ScalarLattice lattice)
    {
        float[] v = lattice.Values;
        var part = new int[v.Length];
        Flood(lattice, part, 0, 1, inside: false);
        float just = (float)(lattice.Spacing / 4);
        for (int i = 0; i < v.Length; i++)
        {
            if (v[i] >= 0 && part[i] == 0)
                v[i] = -just;
        }

        int largest = 0;
        int most = 0;
        int number = 1;
        for (int i = 0; i < v.Length; i++)
        {
            if (v[i] >= 0 || part[i] != 0)
                continue;
            int size = Flood(lattice, part, i, ++number, inside: true);
            if (size > most)
                (most, largest) = (size, number);
        }

        for (int i = 0; i < v.Length; i++)
        {
            if (v[i] < 0 && part[i] != largest)
                v[i] = just;
        }
    }

    private static int Flood(ScalarLattice lattice, int[] part, int seed, int number, bool inside)
    {
        float[] v = lattice.Values;
        int nx = lattice.Nx;
        int up = nx * lattice.Ny;
        var open = new Stack<int>();
        open.Push(seed);
        part[seed] = number;
        int count = 0;
        while (open.TryPop(out int i))
        {
            count++;
            int x = i % nx;
            int y = i / nx % lattice.Ny;
            int z = i / up;
            Visit(x > 0, i - 1);
            Visit(x + 1 < nx, i + 1);
            Visit(y > 0, i - nx);
            Visit(y + 1 < lattice.Ny, i + nx);
            Visit(z > 0, i - up);
            Visit(z + 1 < lattice.Nz, i + up);
        }

        return count;

        void Visit(bool exists, int i)
        {
            if (exists && part[i] == 0 && v[i] < 0 == inside)
            {
                part[i] = number;
                open.Push(i);
            }
        }
    }
}
