using System.Numerics;
using Archwright.Analysis;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// Trains the point network: cross entropy of the class and of the jaw, Huber loss of the way to the tooth's middle, Adam
/// (Kingma and Ba 2015, arXiv 1412.6980). Batches are cut into fixed slices whose gradients are added in order, so that the
/// weights do not depend on the number of threads.
/// </summary>
internal sealed class NetworkTrainer
{
    public const int Outputs = 12;
    private const int Batch = 512;
    private const int Slices = 8;

    // share of belief that labels leave to the other classes, so that the network does not learn to be certain
    private const float Doubt = 0.04f;
    private readonly int[] _sizes;
    private readonly float[][] _w;
    private readonly float[][] _b;
    private readonly float[][] _m1;
    private readonly float[][] _m2;

    public NetworkTrainer(int[] sizes, ulong seed)
    {
        _sizes = sizes;
        int layers = sizes.Length - 1;
        _w = new float[layers][];
        _b = new float[layers][];
        SeededRandom random = new SeededRandom(seed).Fork("weights");
        for (int l = 0; l < layers; l++)
        {
            double deviation = Math.Sqrt(2.0 / sizes[l]);
            _w[l] = new float[sizes[l] * sizes[l + 1]];
            for (int i = 0; i < _w[l].Length; i++)
                _w[l][i] = (float)random.Normal(0, deviation);
            _b[l] = new float[sizes[l + 1]];
        }

        _m1 = [.. _w.Concat(_b).Select(a => new float[a.Length])];
        _m2 = [.. _w.Concat(_b).Select(a => new float[a.Length])];
    }

    public PointNetwork Network => new(_sizes, _w, _b);

    /// <summary>Trains over all points <paramref name="epochs"/> times, telling the mean loss of each.</summary>
    public void Train(float[][] inputs, PointTruth[] truths, int epochs, ulong seed, int threads, Action<int, double> tell)
    {
        SeededRandom random = new SeededRandom(seed).Fork("order");
        int[] order = [.. Enumerable.Range(0, inputs.Length)];
        long steps = (long)epochs * (inputs.Length / Batch);
        long step = 0;
        Slice[] slices = [.. Enumerable.Range(0, Slices).Select(_ => new Slice(_sizes))];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = random.Next(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            double loss = 0;
            for (int start = 0; start + Batch <= order.Length; start += Batch)
            {
                int from = start;
                Parallel.For(0, Slices, new ParallelOptions { MaxDegreeOfParallelism = threads }, s =>
                {
                    slices[s].Run(inputs, truths, order.AsSpan(from + (s * (Batch / Slices)), Batch / Slices), _w, _b, unchecked((ulong)((step * Slices) + s + 1)));
                });
                foreach (Slice s in slices)
                    loss += s.Loss;
                step++;
                double rate = 0.0015 * 0.5 * (1 + Math.Cos(Math.PI * step / steps)) * Math.Min(1, step / 200.0);
                for (int l = 0; l < _w.Length; l++)
                {
                    Update(_w[l], _m1[l], _m2[l], [.. slices.Select(s => s.W[l])], rate, step, 1e-5);
                    Update(_b[l], _m1[_w.Length + l], _m2[_w.Length + l], [.. slices.Select(s => s.B[l])], rate, step, 0);
                }
            }

            tell(epoch, loss / (order.Length / Batch * Batch));
        }
    }

    private static void Update(float[] w, float[] m1, float[] m2, float[][] gradients, double rate, long step, double decay)
    {
        double c1 = 1 - Math.Pow(0.9, step);
        double c2 = 1 - Math.Pow(0.999, step);
        float scale = (float)(rate * Math.Sqrt(c2) / c1);
        for (int i = 0; i < w.Length; i++)
        {
            float g = 0;
            foreach (float[] part in gradients)
                g += part[i];
            g /= Batch;
            m1[i] = (0.9f * m1[i]) + (0.1f * g);
            m2[i] = (0.999f * m2[i]) + (0.001f * g * g);
            w[i] -= (scale * m1[i] / (MathF.Sqrt(m2[i]) + 1e-8f)) + (float)(rate * decay * w[i]);
        }
    }

    // A share of a batch, layer by layer over all its points, so that a row of weights is read once for all of them.
    private sealed class Slice
    {
        private const int Points = Batch / Slices;
        private readonly int[] _sizes;
        private readonly float[][] _a;
        private readonly float[][] _d;
        private ulong _random;

        public Slice(int[] sizes)
        {
            _sizes = sizes;
            W = [.. Enumerable.Range(0, sizes.Length - 1).Select(l => new float[sizes[l] * sizes[l + 1]])];
            B = [.. Enumerable.Range(0, sizes.Length - 1).Select(l => new float[sizes[l + 1]])];
            _a = [.. sizes.Select(s => new float[s * Points])];
            _d = [.. sizes.Select(s => new float[s * Points])];
        }

        public float[][] W { get; }

        public float[][] B { get; }

        public double Loss { get; private set; }

        public void Run(float[][] inputs, PointTruth[] truths, ReadOnlySpan<int> order, float[][] w, float[][] b, ulong seed)
        {
            _random = unchecked(seed * 0x9E3779B97F4A7C15UL) | 1;
            for (int p = 0; p < Points; p++)
            {
                inputs[order[p]].CopyTo(_a[0], p * _sizes[0]);
                Disturb(_a[0].AsSpan(p * _sizes[0], _sizes[0]));
            }

            for (int l = 0; l < w.Length; l++)
                Forward(l, w[l], b[l]);
            Loss = 0;
            int outputs = _sizes[^1];
            for (int p = 0; p < Points; p++)
                Loss += Gradient(_a[^1].AsSpan(p * outputs, outputs), truths[order[p]], _d[^1].AsSpan(p * outputs, outputs));
            for (int l = w.Length - 1; l >= 0; l--)
                Backward(l, w[l]);
        }

        // Inputs are left out and blurred at random: the network must not lean on any one of them, since real scans differ.
        private void Disturb(Span<float> input)
        {
            const float Keep = 0.75f;
            const float Noise = 0.25f;
            for (int i = 0; i < input.Length; i++)
                input[i] = Uniform() < Keep ? (input[i] + (Noise * (Uniform() + Uniform() - 1))) / Keep : 0;
        }

        private float Uniform()
        {
            _random ^= _random << 13;
            _random ^= _random >> 7;
            _random ^= _random << 17;
            return (_random >> 40) * (1f / (1 << 24));
        }

        private void Forward(int l, float[] w, float[] b)
        {
            int n = _sizes[l];
            int m = _sizes[l + 1];
            float[] to = _a[l + 1];
            for (int p = 0; p < Points; p++)
                b.CopyTo(to, p * m);
            for (int i = 0; i < n; i++)
            {
                ReadOnlySpan<float> row = w.AsSpan(i * m, m);
                for (int p = 0; p < Points; p++)
                {
                    float x = _a[l][(p * n) + i];
                    if (x != 0)
                        AddScaled(to.AsSpan(p * m, m), row, x);
                }
            }

            for (int o = 0; o < to.Length && l < _sizes.Length - 2; o++)
                to[o] = Math.Max(0, to[o]);
        }

        private void Backward(int l, float[] w)
        {
            int n = _sizes[l];
            int m = _sizes[l + 1];
            float[] d = _d[l + 1];
            Array.Clear(B[l]);
            for (int p = 0; p < Points; p++)
                AddScaled(B[l], d.AsSpan(p * m, m), 1);
            for (int i = 0; i < n; i++)
            {
                Span<float> gradient = W[l].AsSpan(i * m, m);
                gradient.Clear();
                ReadOnlySpan<float> row = w.AsSpan(i * m, m);
                for (int p = 0; p < Points; p++)
                {
                    float x = _a[l][(p * n) + i];
                    if (x != 0)
                        AddScaled(gradient, d.AsSpan(p * m, m), x);
                    if (l > 0)
                        _d[l][(p * n) + i] = x == 0 ? 0 : Dot(row, d.AsSpan(p * m, m));
                }
            }
        }

        private static double Gradient(ReadOnlySpan<float> y, PointTruth truth, Span<float> d)
        {
            d.Clear();
            double max = Max(y[..9]);
            double sum = 0;
            for (int c = 0; c < 9; c++)
                sum += Math.Exp(y[c] - max);
            for (int c = 0; c < 9; c++)
                d[c] = (float)(Math.Exp(y[c] - max) / sum) - (c == truth.Class ? 1 - Doubt : 0) - (Doubt / 9);
            double loss = Math.Log(sum) + max - y[truth.Class];
            if (truth.Class == 0)
                return loss;
            double jaw = 1 / (1 + Math.Exp(-y[9]));
            d[9] = 0.2f * (float)(jaw - (truth.IsUpper ? 1 : 0));
            float em = y[10] - truth.Mesial;
            float ef = y[11] - truth.Facial;
            d[10] = Math.Clamp(em * 5, -1, 1);
            d[11] = Math.Clamp(ef * 5, -1, 1);
            return loss + Math.Abs(em) + Math.Abs(ef);
        }

        private static float Max(ReadOnlySpan<float> values)
        {
            float max = values[0];
            foreach (float v in values)
                max = Math.Max(max, v);
            return max;
        }

        private static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float x)
        {
            int o = 0;
            var wide = new Vector<float>(x);
            for (; o <= to.Length - Vector<float>.Count; o += Vector<float>.Count)
                ((wide * new Vector<float>(from[o..])) + new Vector<float>(to[o..])).CopyTo(to[o..]);
            for (; o < to.Length; o++)
                to[o] += x * from[o];
        }

        private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        {
            float sum = 0;
            int i = 0;
            var wide = Vector<float>.Zero;
            for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
                wide += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
            for (; i < a.Length; i++)
                sum += a[i] * b[i];
            return sum + Vector.Sum(wide);
        }
    }
}
