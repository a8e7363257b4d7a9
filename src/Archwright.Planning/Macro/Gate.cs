namespace Archwright.Planning.Macro;

/// <summary>A tooth waits until another has gone a share of a part of its way.</summary>
/// <param name="Tooth">The other tooth.</param>
/// <param name="Part">Its part.</param>
/// <param name="Share">The share.</param>
internal readonly record struct Gate(int Tooth, int Part, double Share)
{
    /// <summary>Steps keep 0.05 % below their limits, and detours shift a tooth a little: less than this short is there, share.</summary>
    public const double Rounding = 0.02;
}
