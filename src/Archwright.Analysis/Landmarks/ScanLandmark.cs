using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>One named point of a tooth, scan frame.</summary>
/// <param name="Tooth">The tooth.</param>
/// <param name="Type">What it is.</param>
/// <param name="Point">Where, mm.</param>
/// <param name="Confidence">How sure it is, 0–1: a rough prior, halved where most of the crown is inferred; not calibrated.</param>
public sealed record ScanLandmark(ToothId Tooth, LandmarkType Type, Vec3 Point, double Confidence);

/// <summary>Kinds of landmarks.</summary>
public enum LandmarkType
{
    /// <summary>Mesial contact point: where the crown meets, or would meet, its neighbour.</summary>
    Mesial,

    /// <summary>Distal contact point: where the crown meets, or would meet, its neighbour.</summary>
    Distal,

    /// <summary>Facial-axis point: the middle of the clinical crown's facial axis.</summary>
    FacialAxis,

    /// <summary>Its counterpart in the middle of the tongue's side.</summary>
    Lingual,

    /// <summary>Gingival margin on the cheek's or lip's side, in the middle of the crown.</summary>
    Outer,

    /// <summary>Gingival margin on the tongue's side, in the middle of the crown.</summary>
    Inner,

    /// <summary>Bulge of a front tooth on the tongue's side, in the cervical third of the crown.</summary>
    Cingulum,

    /// <summary>Middle of the mesial marginal ridge; in a front tooth the mesial corner of its edge.</summary>
    MesialRidge,

    /// <summary>Middle of the distal marginal ridge; in a front tooth the distal corner of its edge.</summary>
    DistalRidge,

    /// <summary>Tip of a cusp.</summary>
    Cusp,

    /// <summary>Middle of an incisor's edge.</summary>
    IncisalEdge,
}
