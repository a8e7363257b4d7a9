namespace Archwright.Planning.Staging;

/// <summary>Phases of the macro pattern "level and align, then space, then detail" (STG-04).</summary>
internal enum Phase
{
    /// <summary>Vertical movement.</summary>
    Level,

    /// <summary>Rotation, inclination and angulation of crowns, and the movement along the arch that makes room for it.</summary>
    Align,

    /// <summary>Movement along the arch that closes or shares out space.</summary>
    Space,

    /// <summary>Root movement of crowns that stand right: torque and uprighting.</summary>
    Detail,
}
