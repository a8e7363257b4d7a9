using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>A tooth waits until another has gone a share of a part of its way.</summary>
/// <param name="Tooth">The other tooth.</param>
/// <param name="Part">Its part.</param>
/// <param name="Share">The share.</param>
internal readonly record struct Gate(int Tooth, int Part, double Share)
{
    /// <summary>Steps keep 0.05 % below their limits: less than this short is there, share.</summary>
    private const double Rounding = 0.02;

    /// <summary>Neighbours that pass each other shift a tooth by hundredths of a millimetre: this share of a tray short is there.</summary>
    private const double There = 0.2;

    /// <summary>What is left of a whole way while neighbours still turn beside it, share of the way: there, where it is less than a tray.</summary>
    private const double NearlyAll = 0.1;

    /// <summary>Trays a tooth may be late before less than all of its way will do.</summary>
    private const int LateTrays = 2;

    /// <summary>True where the other tooth has gone its share; where it is late, where hardly anything of it is left.</summary>
    /// <param name="program">The other tooth's programme.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="stage">The stage at whose end it stands there.</param>
    /// <param name="trayMm">How far a tooth goes in a tray, mm, degrees counted at 10 mm (VEL-04).</param>
    public bool IsPassed(ToothProgram program, MovementVector at, int stage, double trayMm)
    {
        double lacks = Share - program.Progress(Part, at);
        if (lacks <= Rounding || program.Wanted(Part, stage - LateTrays) < Share)
            return lacks <= Rounding;
        double trays = lacks * program.Parts[Part].By.Size / trayMm;
        return trays <= There || (Share >= 1 && lacks <= NearlyAll && trays <= 1);
    }
}
