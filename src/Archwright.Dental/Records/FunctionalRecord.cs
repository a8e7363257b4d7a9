using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// Functional record (CLN-03): how the jaw meets and moves, asked for where a plan changes the bite. It is whole where centric
/// relation, contacts, joint sounds and parafunction are all told; an empty list of contacts says that there are none.
/// </summary>
public sealed record FunctionalRecord : RecordItem
{
    /// <summary>Shift of the lower jaw from centric relation to maximum intercuspation, mm along the way; 0 where both agree.</summary>
    public double? CentricShiftMm { get; init; }

    /// <summary>Lower teeth that guide on the working side, FDI.</summary>
    public ImmutableArray<int>? WorkingContacts { get; init; }

    /// <summary>Lower teeth that touch on the balancing side, FDI.</summary>
    public ImmutableArray<int>? BalancingContacts { get; init; }

    /// <summary>Sounds of the right joint.</summary>
    public JointSound? JointRight { get; init; }

    /// <summary>Sounds of the left joint.</summary>
    public JointSound? JointLeft { get; init; }

    /// <summary>Parafunction.</summary>
    public Parafunction? Parafunction { get; init; }

    /// <summary>What the record does not tell.</summary>
    public IEnumerable<string> Lacking()
    {
        if (CentricShiftMm is null)
            yield return "centric relation";
        if (WorkingContacts is null)
            yield return "working contacts";
        if (BalancingContacts is null)
            yield return "balancing contacts";
        if (JointRight is null || JointLeft is null)
            yield return "joint sounds";
        if (Parafunction is null)
            yield return "parafunction";
    }
}

/// <summary>Sound of a temporomandibular joint.</summary>
public enum JointSound
{
    /// <summary>None.</summary>
    None,

    /// <summary>Clicks.</summary>
    Click,

    /// <summary>Grates.</summary>
    Crepitus,
}

/// <summary>Parafunction as asked and seen.</summary>
public enum Parafunction
{
    /// <summary>None.</summary>
    None,

    /// <summary>Clenching.</summary>
    Clenching,

    /// <summary>Grinding.</summary>
    Grinding,
}
