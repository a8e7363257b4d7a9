namespace Archwright.Primitives;

/// <summary>
/// A deterministic random source: the same seed gives the same numbers on every machine and runtime version.
/// Method: xoshiro256** seeded by splitmix64. Source: Blackman and Vigna 2021, doi 10.1145/3460772.
/// Not for secrets. Not thread-safe: give each task its own with <see cref="Fork"/>.
/// </summary>
public sealed class SeededRandom
{
    private readonly ulong _seed;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A source whose whole sequence follows from <paramref name="seed"/>.</summary>
    public SeededRandom(ulong seed)
    {
        _seed = seed;
        ulong state = seed;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>An independent source named by <paramref name="purpose"/>; does not depend on how much was drawn here.</summary>
    public SeededRandom Fork(string purpose)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in purpose)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return new SeededRandom(unchecked(_seed * 0x9E3779B97F4A7C15UL) ^ hash);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
            ulong t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = ulong.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Uniform integer in [0, <paramref name="count"/>).</summary>
    public int Next(int count)
    {
        Preconditions.Require(count > 0, "a range has at least one value");
        return (int)(NextDouble() * count);
    }

    /// <summary>Normal with the given mean and standard deviation (Box and Muller's transform).</summary>
    public double Normal(double mean = 0, double deviation = 1)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return mean + (deviation * radius * Math.Cos(2 * Math.PI * NextDouble()));
    }

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
