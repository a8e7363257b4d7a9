using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// Movements by how hard aligners find them, easiest first (VEL-19; source: requirements.csv, the user's order). Known
/// disagreement: the user's table calls anterior extrusion hard (VEL-11), the order puts it in the middle; clinical.md 1.1 has
/// extrusion among the least predictable.
/// </summary>
public enum MovementDifficulty
{
    /// <summary>Crown tipping.</summary>
    CrownTipping,

    /// <summary>Rotation of incisors.</summary>
    IncisorRotation,

    /// <summary>Mesiodistal translation by little.</summary>
    Translation,

    /// <summary>Extrusion of incisors and canines.</summary>
    AnteriorExtrusion,

    /// <summary>Rotation of canines, premolars and molars.</summary>
    CaninePremolarRotation,

    /// <summary>Bodily translation, and intrusion, which the order does not name.</summary>
    Bodily,

    /// <summary>Root uprighting.</summary>
    RootUprighting,

    /// <summary>Extrusion of premolars and molars.</summary>
    PosteriorExtrusion,

    /// <summary>Torque.</summary>
    Torque,
}

/// <summary>The order as data.</summary>
public static class MovementDifficulties
{
    /// <summary>Easiest first.</summary>
    public static ImmutableArray<MovementDifficulty> EasiestFirst { get; } = [.. Enum.GetValues<MovementDifficulty>()];

    /// <summary>How hard a movement of a tooth is.</summary>
    public static MovementDifficulty Of(ToothId tooth, MovementType movement) => movement switch
    {
        MovementType.CrownTipping => MovementDifficulty.CrownTipping,
        MovementType.Rotation => tooth.Class == ToothClass.Incisor ? MovementDifficulty.IncisorRotation : MovementDifficulty.CaninePremolarRotation,
        MovementType.Translation => MovementDifficulty.Translation,
        MovementType.Extrusion => tooth.IsAnterior ? MovementDifficulty.AnteriorExtrusion : MovementDifficulty.PosteriorExtrusion,
        MovementType.BodilyTranslation or MovementType.Intrusion => MovementDifficulty.Bodily,
        MovementType.RootUprighting => MovementDifficulty.RootUprighting,
        _ => MovementDifficulty.Torque,
    };
}
