namespace Archwright.Synthesis.Shapes;

/// <summary>
/// The parameters of one tooth type at its mean published size, mm, in shape coordinates: x mesial, y facial, z occlusal,
/// origin on the root's axis at the level of the facial cervical line. Heights in the four outlines are shares of the crown's
/// height; everything else is in mm and scales with the tooth.
/// </summary>
internal sealed record ToothForm
{
    /// <summary>Half-width towards mesial over the crown's height.</summary>
    public required (double Z, double Value)[] Mesial { get; init; }

    /// <summary>Half-width towards distal.</summary>
    public required (double Z, double Value)[] Distal { get; init; }

    /// <summary>Position of the facial surface.</summary>
    public required (double Z, double Value)[] Facial { get; init; }

    /// <summary>Position of the lingual surface (negative).</summary>
    public required (double Z, double Value)[] Lingual { get; init; }

    /// <summary>Occlusal table or incisal edge.</summary>
    public required OcclusalSurface Occlusal { get; init; }

    /// <summary>Squareness of the outline seen from occlusal, at the cervix and at the occlusal end (0 an ellipse, 1 a quartic).</summary>
    public required (double Cervical, double Occlusal) Squareness { get; init; }

    /// <summary>Widening towards facial (+) as a share of the half-width.</summary>
    public double FacialTaper { get; init; }

    /// <summary>Rhomboid shear, mm mesial per mm facial.</summary>
    public double Shear { get; init; }

    /// <summary>Bend of the labial plate about the long axis, 1/mm: corners fall lingually by this times x².</summary>
    public double Bend { get; init; }

    /// <summary>Depth of the lingual fossa between the marginal ridges, mm.</summary>
    public double LingualFossa { get; init; }

    /// <summary>Height of a ridge down the middle of the lingual surface, mm (canines).</summary>
    public double LingualRidge { get; init; }

    /// <summary>Depth of the two labial depressions between three lobes, mm.</summary>
    public double LabialLobes { get; init; }

    /// <summary>Grooves down the facial and lingual walls: x at the occlusal edge, depth, mm; facial + or lingual −.</summary>
    public (double X, double Depth, int Side)[] WallGrooves { get; init; } = [];

    /// <summary>Rise of the cervical line at mesial and distal, mm.</summary>
    public required (double Mesial, double Distal) CervicalRise { get; init; }

    /// <summary>Rounding between walls and occlusal table, mm.</summary>
    public double EdgeRounding { get; init; } = 0.8;

    /// <summary>Apices of the roots, x and y, mm, with their half-widths at the furcation; one root where empty.</summary>
    public (double X, double Y, double HalfX, double HalfY)[] Roots { get; init; } = [];
}
