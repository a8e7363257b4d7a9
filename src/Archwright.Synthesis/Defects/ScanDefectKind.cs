namespace Archwright.Synthesis;

/// <summary>What a scan can suffer from. The size of each is in the unit its text names.</summary>
public enum ScanDefectKind
{
    /// <summary>A round hole, size its area in mm².</summary>
    Hole,

    /// <summary>A drop of saliva or a speck: half an ellipsoid on the surface, size its height in mm.</summary>
    Bubble,

    /// <summary>A pit, size its depth in mm.</summary>
    Pit,

    /// <summary>The last tooth of the side and all behind it not captured; the size does not matter.</summary>
    LastMolarMissing,

    /// <summary>The scan ends on the tooth, size the share of the crown that is lacking, 0–1.</summary>
    ArchCut,

    /// <summary>Left and right exchanged, faces turned so that they still look outwards.</summary>
    Mirrored,

    /// <summary>Faces turned inside out.</summary>
    InsideOut,

    /// <summary>Coordinates in inches.</summary>
    Inches,

    /// <summary>Coordinates in centimetres.</summary>
    Centimetres,

    /// <summary>Coordinates in metres.</summary>
    Metres,

    /// <summary>Scaled by the size.</summary>
    Scaled,

    /// <summary>Each vertex off along its normal, size the standard deviation in mm.</summary>
    Noise,

    /// <summary>Noise on one tooth only, size the standard deviation in mm.</summary>
    NoisyTooth,

    /// <summary>All behind the tooth's middle off outwards and upwards, size the height of the ledge in mm.</summary>
    StitchingStep,

    /// <summary>A second sheet over the surface, 0.3 mm above it, size its area in mm².</summary>
    DoubledLayer,

    /// <summary>A patch of faces turned, size its area in mm².</summary>
    FlippedPatch,

    /// <summary>A fin of faces on edges of the surface, size the number of edges.</summary>
    Fin,

    /// <summary>A tunnel through the crown from buccal to lingual, size its girth in mm.</summary>
    Tunnel,

    /// <summary>Gum cut away beyond the margins, size what is left in mm.</summary>
    ShortGingiva,

    /// <summary>Fewer faces, size the median edge wanted in mm.</summary>
    Coarse,

    /// <summary>A loose piece 4 mm off the surface, size its area in mm².</summary>
    LoosePart,

    /// <summary>A hole closed by software without new points, size its area in mm².</summary>
    FilledHole,

    /// <summary>A hole closed by a fan round one point, size its area in mm².</summary>
    FannedHole,

    /// <summary>A hole between the tooth and its mesial neighbour, size its area in mm².</summary>
    InterproximalHole,

    /// <summary>A hole in the gum 2 mm beyond the facial margin, size its area in mm².</summary>
    GingivaHole,

    /// <summary>The crown smoothed over, size the width of the smoothing in mm.</summary>
    Smeared,

    /// <summary>One vertex pulled off the surface, size how far in mm.</summary>
    Spike,

    /// <summary>Faces without area, size their share of all faces.</summary>
    DegenerateFaces,

    /// <summary>Fewer faces on one crown, size the median edge wanted in mm.</summary>
    CoarseTooth,

    /// <summary>Gum cut away beyond the facial margin of one tooth, size what is left in mm.</summary>
    ShortGingivaAtTooth,

    /// <summary>Lip and cheek scanned along, size how far the scan goes on beyond its facial edge in mm.</summary>
    ExcessMargin,

    /// <summary>Faces doubled in place, size their area in mm².</summary>
    DuplicatedFaces,
}
