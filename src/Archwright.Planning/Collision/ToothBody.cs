using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Planning.Collision;

/// <summary>
/// A tooth as a collision body in its own axes. A sampled distance depends a little on how its grid lies (0.03 mm at sharp
/// edges); in the tooth's own axes it lies the same in the occlusal frame, where staging works, and in the scan frame, where
/// rules judge the written plan, so both measure the same depth.
/// </summary>
/// <param name="Body">The mesh in tooth axes.</param>
/// <param name="CaseFromTooth">Takes tooth axes to the frame the tooth is given in, at stage 0.</param>
public sealed record ToothBody(CollisionBody Body, RigidTransform CaseFromTooth)
{
    /// <summary>Builds the body of a tooth. Linear in the mesh; the mesh should be closed.</summary>
    public static ToothBody Build(Tooth tooth, RunContext context)
    {
        RigidTransform caseFromTooth = AxesOf(tooth.Frame);
        return new ToothBody(CollisionBody.Build(tooth.Mesh.Transformed(caseFromTooth.Inverse), context), caseFromTooth);
    }

    /// <summary>How two teeth stand to each other when posed (poses relative to stage 0, in the teeth's own frame of reference).</summary>
    public static Approach Between(ToothBody a, RigidTransform poseA, ToothBody b, RigidTransform poseB) =>
        Between(a, poseA, b, poseB, DepthRange.All);

    /// <summary>The same where not all depths matter.</summary>
    /// <param name="a">First tooth.</param>
    /// <param name="poseA">Its pose.</param>
    /// <param name="b">Second tooth.</param>
    /// <param name="poseB">Its pose.</param>
    /// <param name="wanted">What is asked for.</param>
    public static Approach Between(ToothBody a, RigidTransform poseA, ToothBody b, RigidTransform poseB, DepthRange wanted) =>
        Penetration.Between(a.Body, poseA * a.CaseFromTooth, b.Body, poseB * b.CaseFromTooth, wanted);

    // Mesial, lingual-or-facial and occlusal as a right-handed triple: quadrants 2 and 4 are left-handed in (m, f, o).
    private static RigidTransform AxesOf(ToothFrame frame) => new(
        Rotation.FromColumns(frame.Mesial, Vec3.Cross(frame.Occlusal, frame.Mesial), frame.Occlusal), frame.Origin);
}
