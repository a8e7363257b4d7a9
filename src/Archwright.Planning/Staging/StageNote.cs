namespace Archwright.Planning.Staging;

/// <summary>Why a tooth did not simply follow its programme in one stage.</summary>
/// <param name="Kind">What it did instead.</param>
/// <param name="Other">Index of the tooth that was the reason.</param>
/// <param name="OverlapMm">How deep the two would have overlapped, mm.</param>
/// <param name="WaitsForIpr">True where the contact's IPR would have freed the way but was not allowed yet.</param>
internal readonly record struct StageNote(NoteKind Kind, int Other, double OverlapMm, bool WaitsForIpr);

/// <summary>What a tooth did instead of following its programme.</summary>
internal enum NoteKind
{
    /// <summary>It followed its programme.</summary>
    None,

    /// <summary>It moved less than its programme wanted.</summary>
    Slowed,

    /// <summary>It stood still.</summary>
    Held,

    /// <summary>It left its way to let another pass, or to pass another.</summary>
    Detour,

    /// <summary>It left its way by so little that only a step nothing else accounts for tells of it.</summary>
    Nudge,
}
