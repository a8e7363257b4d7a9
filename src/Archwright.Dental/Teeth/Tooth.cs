using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>
/// One tooth as the planner knows it, at stage 0. Everything is in one frame (occlusal frame inside the pipeline, scan frame
/// in files), mm.
/// </summary>
/// <param name="Id">FDI number.</param>
/// <param name="Mesh">Closed surface, faces outwards: the crown, with its root where <paramref name="RootSource"/> is <see cref="RootSource.Mesh"/>.</param>
/// <param name="Frame">Tooth frame.</param>
/// <param name="Landmarks">Named points on the crown.</param>
/// <param name="CenterOfResistance">Centre of resistance.</param>
/// <param name="Apex">Root apex (mean of the apices).</param>
/// <param name="RootSource">Where root, apex and centre of resistance come from.</param>
/// <param name="Restriction">Why it may not move.</param>
/// <param name="InferredShare">Share of the crown's closed surface that no scanner saw (caps, contact areas), 0–1.</param>
public sealed record Tooth(
    ToothId Id,
    TriangleMesh Mesh,
    ToothFrame Frame,
    ToothLandmarks Landmarks,
    Vec3 CenterOfResistance,
    Vec3 Apex,
    RootSource RootSource,
    ToothRestriction Restriction,
    double InferredShare)
{
    /// <summary>
    /// The first faces of <see cref="Mesh"/> that a scanner saw; all further ones were filled in (the base of the crown, contact areas,
    /// holes). Null where every face counts as seen.
    /// </summary>
    public int? SeenFaces { get; init; }

    /// <summary>True where the tooth may move.</summary>
    public bool IsMovable => Restriction == ToothRestriction.None;

    /// <summary>The tooth after a rigid motion (also a change of frame).</summary>
    public Tooth Moved(RigidTransform motion) => this with
    {
        Mesh = Mesh.Transformed(motion),
        Frame = Frame.Moved(motion),
        Landmarks = Landmarks.Moved(motion),
        CenterOfResistance = motion.Apply(CenterOfResistance),
        Apex = motion.Apply(Apex),
    };
}
