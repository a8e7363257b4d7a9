using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

/// <summary>Why a tooth did not simply follow its programme in one stage.</summary>
/// <param name="Kind">What it did instead.</param>
/// <param name="Other">Index of the tooth that was the reason.</param>
/// <param name="OverlapMm">How deep the two would have overlapped, mm.</param>
/// <param name="WaitsForIpr">True where the contact's IPR would have freed the way but was not allowed yet.</param>
internal readonly record struct StageNote(NoteKind Kind, int Other, double OverlapMm, bool WaitsForIpr)
{
    /// <summary>What the jaw's movements would have asked of its anchors, where the tooth went slower for them.</summary>
    public AnchorLoad Load { get; init; }

    /// <summary>True where another tooth was in its way.</summary>
    public bool IsContact => Kind is NoteKind.Slowed or NoteKind.Held or NoteKind.Detour;

    /// <summary>A tooth that goes slower so that its jaw's anchors hold.</summary>
    public static StageNote Sparing(AnchorLoad load) => new(NoteKind.Spares, -1, 0, false) { Load = load };
}

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

    /// <summary>It moved less, so that the teeth that stand are not overloaded.</summary>
    Spares,

    /// <summary>It left its way by so little that only a step nothing else accounts for tells of it.</summary>
    Nudge,
}
