using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Outcome;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Outcome;

/// <summary>Whole cases of the calibration: a mixed case and a deep bite.</summary>
internal sealed class OutcomePlanRefinement
{
    public double Probability { get; } = Mixed().Run().Outcome.RefinementProbability ?? double.NaN;

    /// <summary>Every tooth from incisor to first molar in both arches, four movements each, all signs met.</summary>
    public static OutcomePlan Mixed()
    {
        var plan = new OutcomePlan();
        int i = 0;
        foreach (int quadrant in new[] { 10, 20, 30, 40 })
        {
            for (int position = 1; position <= 6; position++)
            {
                int fdi = quadrant + position;
                plan.Tip(fdi, (i & 1) == 0 ? 0.8 : -0.8, (i & 2) == 0 ? 0.8 : -0.8, (i & 4) == 0 ? 0.5 : -0.5, (i & 8) == 0 ? 6 : -6);
                i += 3;
            }
        }

        return plan;
    }

    /// <summary>The plan on arches sunk to an overbite of 6 mm, with 1.5 mm of intrusion of all incisors.</summary>
    public static PlanOutcome Deepened(OutcomePlan plan)
    {
        foreach (int fdi in new[] { 11, 12, 21, 22, 31, 32, 41, 42 })
            plan.Move(fdi, extrusion: -1.5);
        OutcomeInput input = plan.Input();
        double overlap = input.Teeth.Single(t => t.Id.Fdi == 41).Landmarks.OcclusalPoint.Z - input.Teeth.Single(t => t.Id.Fdi == 11).Landmarks.OcclusalPoint.Z;
        var sunk = new RigidTransform(Rotation.Identity, new Vec3(0, 0, overlap - 6));
        ImmutableArray<Tooth> teeth = [.. input.Teeth.Select(t => t.Id.Jaw == Jaw.Upper ? t.Moved(sunk) : t)];
        return ExpectedOutcome.Run(plan.Input(teeth), new RunContext()).Outcome;
    }
}
