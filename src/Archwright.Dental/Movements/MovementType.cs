namespace Archwright.Dental;

/// <summary>What a movement asks of a tooth biologically; limits go by this and by tooth class.</summary>
public enum MovementType
{
    /// <summary>Crown moves, apex nearly still.</summary>
    CrownTipping,

    /// <summary>Apex moves more than the crown, mesiodistally.</summary>
    RootUprighting,

    /// <summary>Apex moves more than the crown, faciolingually.</summary>
    Torque,

    /// <summary>Crown and apex move alike.</summary>
    BodilyTranslation,

    /// <summary>Any other displacement of the centre of resistance along the arch or across it.</summary>
    Translation,

    /// <summary>Rotation about the long axis.</summary>
    Rotation,

    /// <summary>Out of the bone.</summary>
    Extrusion,

    /// <summary>Into the bone.</summary>
    Intrusion,
}
