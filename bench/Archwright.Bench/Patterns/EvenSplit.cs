using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Staging;

namespace Archwright.Bench.Patterns;

/// <summary>What Archwright is compared with: every tooth goes the same share of its way in every tray, as many trays as the limits ask for.</summary>
/// <param name="Trays">Trays.</param>
/// <param name="Colliding">Pairs of teeth in stages in which they reach deeper into each other than they may.</param>
internal sealed record EvenSplit(int Trays, int Colliding)
{
    private const int MostTrays = 300;

    /// <summary>The even split of the way to the last stage of a plan.</summary>
    public static EvenSplit Of(CollisionScene scene, StagingResult staging, VelocityPreferences limits)
    {
        Movement[] whole = [.. scene.Teeth.Select(t => Movement.Between(t, RigidTransform.Identity, staging.Stages[^1][t.Id]))];
        int trays = Math.Max(1, staging.LowerBound);
        while (trays < MostTrays && !Enumerable.Range(1, trays).All(k => Keeps(k)))
            trays++;
        int colliding = Enumerable.Range(1, trays)
            .Sum(k => scene.Pairs.Count(p => PlanMeasures.ExcessMm(scene, p, At(p.A, k), At(p.B, k), PlanMeasures.FreedMm(scene, p, staging, 0, k)) > PlanMeasures.CollisionMm));
        return new EvenSplit(trays, colliding);

        bool Keeps(int k) => Enumerable.Range(0, whole.Length).All(i =>
            MovementLimits.Utilisation(scene.Teeth[i].Id, Movement.Between(scene.Teeth[i], At(i, k - 1), At(i, k)), limits) <= 1);

        RigidTransform At(int tooth, int k)
        {
            Movement m = whole[tooth];
            double s = (double)k / trays;
            return Movement.Apply(
                scene.Teeth[tooth], RigidTransform.Identity, m.MesialMm * s, m.FacialMm * s, m.ExtrusionMm * s, m.RotationDeg * s, m.TipDeg * s, m.TorqueDeg * s);
        }
    }
}
