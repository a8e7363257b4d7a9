using System.Numerics;
using System.Runtime.InteropServices;

namespace Archwright.Analysis;

/// <summary>
/// A multilayer perceptron of two hidden layers with rectifiers. Sums run in a fixed order over vectors of eight, so that the
/// result is the same on every machine. Weights: see docs/algorithms/segmentation.md for what they were trained on.
/// </summary>
internal sealed class PointNetwork
{
    private readonly int[] _sizes;
    private readonly float[][] _weights;
    private readonly float[][] _biases;

    /// <summary>A network whose weights are given by layer, input-major: weight[in · outputs + out].</summary>
    public PointNetwork(int[] sizes, float[][] weights, float[][] biases)
    {
        _sizes = sizes;
        _weights = weights;
        _biases = biases;
    }

    /// <summary>Outputs a point.</summary>
    public int Outputs => _sizes[^1];

    /// <summary>Inputs a point.</summary>
    public int Inputs => _sizes[0];

    /// <summary>Reads a network: number of layers, sizes, then biases and weights as half-precision numbers.</summary>
    public static PointNetwork Read(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        int[] sizes = [.. words.Slice(1, words[0]).ToArray().Select(w => (int)w)];
        int at = 1 + sizes.Length;
        var weights = new float[sizes.Length - 1][];
        var biases = new float[sizes.Length - 1][];
        for (int layer = 0; layer < weights.Length; layer++)
        {
            biases[layer] = Numbers(words, ref at, sizes[layer + 1]);
            weights[layer] = Numbers(words, ref at, sizes[layer] * sizes[layer + 1]);
        }

        return new PointNetwork(sizes, weights, biases);
    }

    /// <summary>Bytes that <see cref="Read"/> takes.</summary>
    public byte[] Write()
    {
        var words = new List<ushort> { (ushort)_sizes.Length };
        words.AddRange(_sizes.Select(s => (ushort)s));
        for (int layer = 0; layer < _weights.Length; layer++)
            words.AddRange(_biases[layer].Concat(_weights[layer]).Select(w => BitConverter.HalfToUInt16Bits((Half)w)));
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(words)).ToArray();
    }

    /// <summary>Outputs of one point.</summary>
    public void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        float[] from = input.ToArray();
        for (int layer = 0; layer < _weights.Length; layer++)
        {
            float[] to = new float[_sizes[layer + 1]];
            Layer(from, _weights[layer], _biases[layer], to, layer == _weights.Length - 1);
            from = to;
        }

        from.CopyTo(output);
    }

    private static void Layer(ReadOnlySpan<float> from, float[] weights, float[] biases, Span<float> to, bool isLast)
    {
        biases.CopyTo(to);
        for (int i = 0; i < from.Length; i++)
        {
            float x = from[i];
            if (x == 0)
                continue;
            ReadOnlySpan<float> row = weights.AsSpan(i * to.Length, to.Length);
            int o = 0;
            var wide = new Vector<float>(x);
            for (; o <= to.Length - Vector<float>.Count; o += Vector<float>.Count)
                ((wide * new Vector<float>(row[o..])) + new Vector<float>(to[o..])).CopyTo(to[o..]);
            for (; o < to.Length; o++)
                to[o] += x * row[o];
        }

        if (isLast)
            return;
        for (int o = 0; o < to.Length; o++)
            to[o] = Math.Max(0, to[o]);
    }

    private static float[] Numbers(ReadOnlySpan<ushort> words, ref int at, int count)
    {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (float)BitConverter.UInt16BitsToHalf(words[at + i]);
        at += count;
        return numbers;
    }
}
