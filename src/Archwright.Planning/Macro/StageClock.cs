using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// Which time of its programmes a plan has reached at each stage: one tray of theirs a stage, and less where so much root at once would
/// overload the teeth that stand (<c>anchorage.reactionRatioMax</c>). All programmes run slower together, so that whatever waits for a
/// share of another's way finds it as it was.
/// </summary>
/// <param name="Times">Time at each stage, stage 0 first; empty: a tray of the programmes at every stage.</param>
/// <param name="Slowed">Per stage, what a whole tray would have asked of the anchors, where it asked too much.</param>
internal sealed record StageClock(ImmutableArray<double> Times, ImmutableArray<AnchorLoad> Slowed)
{
    /// <summary>Teeth that lag a little catch up: what the programmes leave them of the anchors' bearing.</summary>
    private const double LeftToRun = 0.998;

    private const int Halvings = 14;

    /// <summary>A tray of the programmes at every stage.</summary>
    public static StageClock Even { get; } = new([], []);

    /// <summary>The clock of some programmes.</summary>
    /// <param name="programs">Programmes in their own time.</param>
    /// <param name="trays">Trays of their own time.</param>
    /// <param name="most">Stages there may be; what they cannot hold is left to the last.</param>
    /// <param name="anchorage">What may move at once.</param>
    /// <param name="limits">Limits: a slower stage may reach over two trays of a programme.</param>
    public static StageClock Of(
        ImmutableArray<ToothProgram> programs, int trays, int most, AnchorageBudget anchorage, VelocityPreferences limits)
    {
        var times = ImmutableArray.CreateBuilder<double>(trays + 1);
        var slowed = ImmutableArray.CreateBuilder<AnchorLoad>(trays + 1);
        times.Add(0);
        slowed.Add(default);
        while (times[^1] < trays && times.Count <= most)
        {
            double from = times[^1];
            bool whole = from == Math.Floor(from);
            RigidTransform[] start = PosesAt(programs, from);
            bool Fits(double time)
            {
                RigidTransform[] end = PosesAt(programs, time);
                return Load(anchorage, start, end).Share <= LeftToRun
                    && ((whole && time == from + 1) || KeepLimits(programs, start, end, limits));
            }

            double next = Math.Min(trays, from + 1);
            AnchorLoad asked = Load(anchorage, start, PosesAt(programs, next));
            slowed.Add(asked.Share > LeftToRun ? asked : default);
            times.Add(Fits(next) ? next : times.Count == most ? trays : Slower(from, next, Fits));
        }

        return slowed.All(l => l == default) ? Even : new StageClock(times.ToImmutable(), slowed.ToImmutable());
    }

    /// <summary>Time of the programmes at a stage.</summary>
    public double TimeAt(double stage)
    {
        if (Times.IsEmpty)
            return stage;
        int k = Math.Clamp((int)Math.Floor(stage), 0, Times.Length - 1);
        return k == Times.Length - 1 ? Times[k] : Times[k] + ((stage - k) * (Times[k + 1] - Times[k]));
    }

    /// <summary>The last stage not beyond a time of the programmes.</summary>
    public int StageBy(double time)
    {
        if (Times.IsEmpty)
            return (int)Math.Floor(time);
        int stage = 0;
        while (stage + 1 < Times.Length && Times[stage + 1] <= time)
            stage++;
        return stage;
    }

    /// <summary>What a whole tray of the programmes would have asked of the anchors at a stage that is slower for it; none elsewhere.</summary>
    public AnchorLoad SlowedAt(int stage) => stage < Slowed.Length ? Slowed[stage] : default;

    private static double Slower(double from, double to, Func<double, bool> fits)
    {
        double greatest = Bisection.Greatest(from, to, Halvings, fits);

        // never stands still: what fits nowhere the stage run cuts down
        return greatest > from ? greatest : from + ((to - from) * Math.Pow(0.5, Halvings));
    }

    private static AnchorLoad Load(AnchorageBudget anchorage, RigidTransform[] from, RigidTransform[] to) => anchorage.Jaws
        .Select(jaw => AnchorLoad.Of(anchorage, jaw, anchorage.MovingMm2(jaw, i => from[i], i => to[i])))
        .MaxBy(l => l.Share);

    private static bool KeepLimits(
        ImmutableArray<ToothProgram> programs, RigidTransform[] from, RigidTransform[] to, VelocityPreferences limits) =>
        Enumerable.Range(0, programs.Length).All(i =>
            from[i] == to[i] || StepLimit.Utilisation(programs[i].Tooth, from[i], to[i], limits, programs[i].MayExtrude) <= StepLimit.MaxUtilisation);

    private static RigidTransform[] PosesAt(ImmutableArray<ToothProgram> programs, double time) =>
        [.. programs.Select(p => p.Moves ? p.At(time).Pose(p.Tooth) : RigidTransform.Identity)];
}
