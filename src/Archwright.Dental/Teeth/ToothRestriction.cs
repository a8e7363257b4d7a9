namespace Archwright.Dental;

/// <summary>Why a tooth may not move, or only together with others.</summary>
public enum ToothRestriction
{
    /// <summary>Free to move.</summary>
    None,

    /// <summary>Held by the doctor's order.</summary>
    Fixed,

    /// <summary>An implant: cannot move.</summary>
    Implant,

    /// <summary>Ankylosed: cannot move.</summary>
    Ankylosed,

    /// <summary>A bridge's abutment or pontic: held, since a bridge moves as one or not at all.</summary>
    Bridge,
}
