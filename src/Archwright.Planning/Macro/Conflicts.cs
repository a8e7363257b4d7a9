using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Macro;

/// <summary>
/// Movements that hinder each other in the same trays (STG-13): forces of an aligner add up, and what one asks of it another
/// undoes. Listed, not forbidden. Sources: expansion with protrusion, canines and incisors intruded together: clinical.md 3.2 (S);
/// extrusion while the crown turns, neighbours that press towards each other: D, by judgement.
/// </summary>
internal static class Conflicts
{
    public static ImmutableArray<PlanConflict> Of(StageOutcome outcome, CheckPreferences checks)
    {
        var found = ImmutableArray.CreateBuilder<PlanConflict>();
        Movement[][] moves =
        [
            .. Enumerable.Range(1, outcome.Trays).Select(k => Enumerable.Range(0, outcome.Programs.Length).Select(i => Movement.Between(
                outcome.Programs[i].Tooth, outcome.States[k - 1].Poses[i], outcome.States[k].Poses[i])).ToArray()),
        ];
        bool Busy(int k, int i, double amount, double limit) => amount > checks.BusyShare * limit && k > 0;
        for (int i = 0; i < outcome.Programs.Length; i++)
        {
            ToothId id = outcome.Programs[i].Tooth.Id;
            int tooth = i;
            Add([tooth], k => Busy(k, tooth, moves[k - 1][tooth].ExtrusionMm, 0.25) && Busy(k, tooth, Math.Abs(moves[k - 1][tooth].RotationDeg), 1.5),
                "extrusion and rotation at once: the aligner needs its grip for one of them (D)");
            int next = i + 1;
            if (next >= outcome.Programs.Length || outcome.Programs[next].Tooth.Id.Jaw != id.Jaw)
                continue;
            Add(
                [tooth, next],
                k => Busy(k, tooth, Along(outcome, moves, k, tooth, towardsLeft: true), 0.25)
                    && Busy(k, next, Along(outcome, moves, k, next, towardsLeft: false), 0.25),
                "neighbours press towards each other (D)");
        }

        foreach (ArchMoves arch in ArchMoves.Of(outcome.Programs))
        {
            int[] incisors = [.. arch.Teeth.Where(i => arch.Position(i) <= 2)];
            int[] canines = [.. arch.Teeth.Where(i => arch.Position(i) == 3)];
            int[] posterior = [.. arch.Teeth.Where(i => arch.Position(i) >= 4)];
            Add(
                [.. posterior, .. incisors],
                k => Mean(posterior, i => moves[k - 1][i].FacialMm) > checks.BusyShare * 0.25 && Mean(incisors, i => moves[k - 1][i].FacialMm) > checks.BusyShare * 0.25,
                "expansion and protrusion at once lose tracking (clinical.md 3.2, S)");
            Add(
                [.. canines, .. incisors],
                k => Mean(canines, i => -moves[k - 1][i].ExtrusionMm) > checks.BusyShare * 0.2 && Mean(incisors, i => -moves[k - 1][i].ExtrusionMm) > checks.BusyShare * 0.2,
                "canines and incisors intruded together: in turn is more effective (clinical.md 3.2, S)");
        }

        return [.. found.OrderBy(c => c.From).ThenBy(c => c.Teeth[0]).ThenBy(c => c.Cause, StringComparer.Ordinal)];

        void Add(ImmutableArray<int> teeth, Func<int, bool> both, string cause)
        {
            for (int k = 1; k <= outcome.Trays; k++)
            {
                if (!both(k))
                    continue;
                int end = k;
                while (end < outcome.Trays && both(end + 1))
                    end++;
                // A single tray is a detour's echo, not a plan.
                if (end > k)
                {
                    found.Add(new PlanConflict
                    {
                        Teeth = [.. teeth.Select(i => outcome.Programs[i].Tooth.Id.Fdi)],
                        From = k,
                        To = end,
                        Cause = cause,
                    });
                }

                k = end;
            }
        }
    }

    private static double Along(StageOutcome outcome, Movement[][] moves, int stage, int tooth, bool towardsLeft)
    {
        double mesial = moves[stage - 1][tooth].MesialMm;
        return outcome.Programs[tooth].Tooth.Id.IsRight == towardsLeft ? mesial : -mesial;
    }

    private static double Mean(int[] teeth, Func<int, double> value) => teeth.Length == 0 ? 0 : teeth.Average(value);
}
