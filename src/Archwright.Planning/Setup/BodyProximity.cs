using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Setup;

/// <summary>
/// Nearness of the real surfaces. Where two teeth are so deep in each other that the surfaces no longer tell which way is
/// out, they part along the line of their centres.
/// </summary>
internal sealed class BodyProximity : IProximity
{
    // the gradient of the distance must point at least this much along the line of the centres to be believed
    private const double LeastAgreement = 0.3;

    private readonly IReadOnlyList<SetupTooth> _teeth;
    private readonly ToothBody[] _bodies;

    public BodyProximity(IReadOnlyList<SetupTooth> teeth, ToothBodies bodies)
    {
        _teeth = teeth;
        _bodies = [.. teeth.Select(t => bodies[t.Tooth.Id])];
    }

    /// <inheritdoc/>
    public Nearness Between(int a, RigidTransform poseA, int b, RigidTransform poseB)
    {
        Approach approach = ToothBody.Between(_bodies[a], poseA, _bodies[b], poseB);
        double cutOff = CollisionOptions.Default.CutOffMm;
        Vec3 line = (poseB.Apply(_teeth[b].Center) - poseA.Apply(_teeth[a].Center)).Normalized();
        Vec3 direction = Vec3.Dot(approach.Direction, line) < LeastAgreement && _teeth[a].Tooth.Id.Jaw == _teeth[b].Tooth.Id.Jaw
            ? line
            : approach.Direction;
        return new Nearness(approach.DepthMm, Math.Min(approach.GapMm, cutOff), approach.Point, direction, cutOff);
    }
}
