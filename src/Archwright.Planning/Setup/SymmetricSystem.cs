namespace Archwright.Planning.Setup;

/// <summary>
/// Normal equations of a weighted linear least-squares problem, and their solution by Cholesky's factorisation. Own code so
/// that the order of every sum is fixed: the solution has the same bits on any machine's thread count. O(n³).
/// </summary>
internal sealed class SymmetricSystem(int size)
{
    private readonly double[] _matrix = new double[size * size];
    private readonly double[] _right = new double[size];

    /// <summary>Number of unknowns.</summary>
    public int Size => size;

    /// <summary>Adds weight · (Σ coefficient·unknown − value)² to the sum of squares.</summary>
    public void Add(ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients, double value, double weight)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            double wi = weight * coefficients[i];
            _right[columns[i]] += wi * value;
            int row = columns[i] * size;
            for (int j = 0; j < columns.Length; j++)
                _matrix[row + columns[j]] += wi * coefficients[j];
        }
    }

    /// <summary>Adds <paramref name="amount"/> to each diagonal element, in proportion to it and absolutely.</summary>
    public void Damp(double relative, double amount)
    {
        for (int i = 0; i < size; i++)
            _matrix[(i * size) + i] += (relative * _matrix[(i * size) + i]) + amount;
    }

    /// <summary>The unknowns. The matrix must be positive definite, which <see cref="Damp"/> sees to.</summary>
    public double[] Solve()
    {
        double[] l = [.. _matrix];
        double[] x = [.. _right];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = l[(i * size) + j];
                for (int k = 0; k < j; k++)
                    sum -= l[(i * size) + k] * l[(j * size) + k];
                l[(i * size) + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / l[(j * size) + j];
            }
        }

        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < i; k++)
                x[i] -= l[(i * size) + k] * x[k];
            x[i] /= l[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < size; k++)
                x[i] -= l[(k * size) + i] * x[k];
            x[i] /= l[(i * size) + i];
        }

        return x;
    }
}
