using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Staging;

// What is tried when teeth stand in each other's way: stepping together, then stepping aside.
internal sealed partial class StageRun
{
    private const int SideStepRounds = 30;

    /// <summary>A tooth scaled back to less than this share of its step falls behind.</summary>
    private const double FallsBehind = 0.5;

    /// <summary>Share of the parting that even the tooth with far more to do gives.</summary>
    private const double LeastGiven = 0.1;

    /// <summary>True where a tooth would stand still for the third stage in a row: waiting has not helped it.</summary>
    private bool Stuck()
    {
        for (int i = 0; i < _at.Length; i++)
        {
            if (Stands(i) && HasStood(i, PatienceWaiting))
                return true;
        }

        return false;
    }

    /// <summary>True where some tooth would fall behind for another.</summary>
    private bool Jammed() => Enumerable.Range(0, _at.Length).Any(i => _note[i].Kind == NoteKind.Slowed && _scale[i] < FallsBehind);

    private bool Stands(int tooth) => _note[tooth].Kind == NoteKind.Slowed && _scale[tooth] == 0;

    /// <summary>Others step aside for a tooth that would stand, where all teeth together come nearer to their targets by it.</summary>
    private void SideStepWhereItGains(int stage)
    {
        (MovementVector[] step, double[] scale, StageNote[] note, RigidTransform[] tried, Overlap[] overlap) =
            ([.. _step], [.. _scale], [.. _note], [.. _tried], [.. _overlap]);
        double waiting = LeftAfter();
        SideStep(stage);
        if (LeftAfter() < waiting)
            return;
        step.CopyTo(_step, 0);
        scale.CopyTo(_scale, 0);
        note.CopyTo(_note, 0);
        tried.CopyTo(_tried, 0);
        overlap.CopyTo(_overlap, 0);
    }

    /// <summary>What would be left to do if the stage were taken as it is proposed.</summary>
    private double LeftAfter() => Enumerable.Range(0, _at.Length)
        .Where(i => _programs[i].Moves)
        .Sum(i => (_programs[i].Total - _at[i] - (_step[i] * _scale[i])).Size);

    /// <summary>True where nobody who has not arrived can go on by waiting.</summary>
    private bool Standstill(int stage)
    {
        if (stage < _trays || stage < _preferences.Ipr.EarliestStage)
            return false;
        for (int i = 0; i < _at.Length; i++)
        {
            if (_programs[i].Moves && _scale[i] > 0 && Stirs(i)
                && StepLimit.Utilisation(_programs[i].Tooth, _pose[i], _tried[i], Limits) > ProgressUtilisation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// All teeth that have not arrived go the same share of what is left to them: near their targets such a step is straight
    /// in the space of all poses, and of two legal ends the way between is nearly always legal too.
    /// </summary>
    private bool StepTogether(int stage)
    {
        Propose(stage);
        double together = 1;
        for (int i = 0; i < _at.Length; i++)
        {
            if (Reached(i) || _held[i])
                continue;
            MovementVector left = _programs[i].Total - _at[i];
            together = Math.Min(together, StepLimit.GreatestShare(_programs[i].Tooth, _at[i], _pose[i], left, Limits, _programs[i].MayExtrude));
        }

        int[] all = [.. Enumerable.Range(0, _overlap.Length)];
        foreach (double share in (double[])[together, together / 2, together / 4, together / 10])
        {
            for (int i = 0; i < _at.Length; i++)
            {
                _step[i] = Reached(i) || _held[i] ? default : (_programs[i].Total - _at[i]) * share;
                _scale[i] = 1;
                Try(i);
            }

            SpareAnchors(stage);
            MeasurePairs(all);
            if (share > 0.02 && all.All(p => Excess(p, stage) <= 0))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Every tooth that has not arrived takes its full step; overlapping pairs are pushed apart along their contact, the
    /// movable one alone or the more the less it has left to do, within limits; what still overlaps after that is scaled back.
    /// </summary>
    private void SideStep(int stage)
    {
        Propose(stage);
        MovementVector[] forward = [.. _step];
        long before = _measured;
        int[] changed = [.. Enumerable.Range(0, _overlap.Length)];
        for (int round = 0; round < SideStepRounds; round++)
        {
            MeasurePairs(changed);
            bool clear = true;
            var push = new Vec3[_at.Length];
            for (int p = 0; p < _overlap.Length; p++)
            {
                double excess = Excess(p, stage);
                if (excess <= 0)
                    continue;
                clear = false;
                ScenePair pair = _scene.Pairs[p];
                bool a = CanMove(pair.A) && stage > _programs[pair.A].KeepsPlaceUntil;
                bool b = CanMove(pair.B) && stage > _programs[pair.B].KeepsPlaceUntil;
                double share = !b ? 1 : !a ? 0 : GivesWay(pair.A, pair.B);
                double apart = excess + 0.004;
                Vec3 away = _overlap[p].Direction;
                if (a)
                    push[pair.A] += Aside.Of(_programs[pair.A].Tooth, pair.Kind, -away, apart * share);
                if (b)
                    push[pair.B] += Aside.Of(_programs[pair.B].Tooth, pair.Kind, away, apart * (1 - share));
                if (a)
                    _note[pair.A] = new StageNote(NoteKind.Detour, pair.B, _overlap[p].DepthMm, false);
                if (b)
                    _note[pair.B] = new StageNote(NoteKind.Detour, pair.A, _overlap[p].DepthMm, false);
            }

            if (clear)
                break;
            for (int i = 0; i < push.Length; i++)
            {
                if (push[i] == Vec3.Zero)
                    continue;
                MovementVector pushed = _at[i] + _step[i] + MovementVector.Shift(_programs[i].Tooth, push[i]);
                _step[i] = StepTo(i, pushed, stage);
                Try(i);
            }

            // only pairs of teeth that were pushed stand otherwise than before
            changed = [.. Enumerable.Range(0, push.Length).Where(i => push[i] != Vec3.Zero).SelectMany(i => _scene.PairsOf(i)).Distinct().Order()];
        }

        SpareAnchors(stage);
        Resolve(stage);
        _aside += _measured - before;
        for (int i = 0; i < _note.Length; i++)
        {
            if (_note[i].Kind == NoteKind.Detour && (_step[i] - forward[i]).Size < 0.02)
                _note[i] = _note[i] with { Kind = NoteKind.Nudge };
        }
    }

    /// <summary>
    /// How much of the way two teeth have to part the first one gives: a tooth that has arrived makes way for one that has far to go,
    /// where both alike would push that one back each tray by half of what it came.
    /// </summary>
    private double GivesWay(int a, int b)
    {
        double leftA = (_programs[a].Total - _at[a]).Size;
        double leftB = (_programs[b].Total - _at[b]).Size;
        return leftA + leftB < ReachedSize ? 0.5 : Math.Clamp(leftB / (leftA + leftB), LeastGiven, 1 - LeastGiven);
    }
}
