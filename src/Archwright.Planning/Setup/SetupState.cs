using Archwright.Geometry;

namespace Archwright.Planning.Setup;

/// <summary>All teeth of the case with their poses while the set-up is being solved: upper first, right to left.</summary>
internal sealed class SetupState
{
    public SetupState(IReadOnlyList<SetupTooth> teeth, RigidTransform[] aims)
    {
        Teeth = teeth;
        Aims = aims;
        Poses = [.. aims];
        for (int i = 0; i < teeth.Count; i++)
        {
            if (!teeth[i].IsMovable)
                Poses[i] = Aims[i] = RigidTransform.Identity;
        }
    }

    /// <summary>The teeth.</summary>
    public IReadOnlyList<SetupTooth> Teeth { get; }

    /// <summary>Where each tooth is to go.</summary>
    public RigidTransform[] Aims { get; }

    /// <summary>Where each tooth stands.</summary>
    public RigidTransform[] Poses { get; }

    /// <summary>The crown's centre now.</summary>
    public Vec3 Center(int i) => Poses[i].Apply(Teeth[i].Center);

    /// <summary>Moves a tooth by a shift and a small turn (rotation vector, radians) about its crown's centre.</summary>
    public void Move(int i, Vec3 shift, Vec3 turn)
    {
        if (Teeth[i].IsMovable)
            Poses[i] = RigidTransform.AboutPoint(Rotation.FromVector(turn), Center(i), shift) * Poses[i];
    }
}
