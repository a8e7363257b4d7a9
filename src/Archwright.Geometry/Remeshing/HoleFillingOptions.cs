namespace Archwright.Geometry;

/// <summary>How holes are closed.</summary>
public sealed record HoleFillingOptions
{
    /// <summary>The defaults.</summary>
    public static HoleFillingOptions Default { get; } = new();

    /// <summary>Loops of more edges are left open by <see cref="HoleFilling.FillAll"/>.</summary>
    public int EdgesMax { get; init; } = int.MaxValue;

    /// <summary>Loops longer than this are left open by <see cref="HoleFilling.FillAll"/>, mm.</summary>
    public double LengthMmMax { get; init; } = double.PositiveInfinity;

    /// <summary>Adds vertices inside the patch until its faces are like those around it; without, only the loop's own vertices are used.</summary>
    public bool Refine { get; init; } = true;

    /// <summary>
    /// How much longer edges may grow from ring to ring towards the middle of a refined patch; 1 keeps them as at the rim.
    /// </summary>
    public double Growth { get; init; } = 1.2;

    /// <summary>The shape of a refined patch.</summary>
    public PatchShape Shape { get; init; } = PatchShape.Membrane;
}

/// <summary>The shape a refined patch takes.</summary>
public enum PatchShape
{
    /// <summary>As a soap film: least area, never beyond the rim, a crease along it.</summary>
    Membrane,

    /// <summary>As a bent plate: continues the slope of the surface around it; bulges where that is steep.</summary>
    ThinPlate,
}
