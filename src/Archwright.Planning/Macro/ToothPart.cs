using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// A part of a tooth's movement that staging times as one: vertical, along the arch, across it, or the turn about the long axis.
/// Displacement and angle of one plane stay together, because the movement's type, and with it its limit, follows from crown
/// against apex in that plane; what type it is decides its name and so its place in the order.
/// </summary>
/// <param name="Kind">Its place in the order of one tooth's movements.</param>
/// <param name="Phase">The phase it belongs to where the pattern goes by phases.</param>
/// <param name="By">The movement.</param>
internal sealed record ToothPart(MicroMovement Kind, StagingPhase Phase, MovementVector By)
{
    /// <summary>It stands still through this stage, since the attachment that serves it comes with the next; 0 where it waits for none.</summary>
    public int WaitsUntil { get; init; }

    /// <summary>True for movement of the tooth along the arch.</summary>
    public bool IsAlong => By.Mesial != 0 || By.Tip != 0;

    /// <summary>True for movement across the arch.</summary>
    public bool IsAcross => By.Facial != 0 || By.Torque != 0;

    /// <summary>True for intrusion and extrusion.</summary>
    public bool IsVertical => By.Extrusion != 0;

    /// <summary>True for a bodily shift that sets the crown right and leaves its angle to the root movement that follows.</summary>
    public bool IsShift => By is { Tip: 0, Torque: 0, Rotation: 0, Extrusion: 0 };

    /// <summary>Its name in events, for example intrusion.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();
}
