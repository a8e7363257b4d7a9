using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

// Which teeth wait for others, and for whom waiting is of no use.
internal sealed partial class StageRun
{
    /// <summary>Share of its programmed rate below which a tooth that others wait for does not get on.</summary>
    private const double KeptShare = 0.25;

    /// <summary>
    /// Settles which teeth stand as anchors in a stage: their turn has not come, or those before them have not gone their share. For one
    /// that is itself kept from going by a tooth that waits nobody waits on: the two would wait for each other to the end. What has begun goes on,
    /// though a neighbour may push one of those before it back a little.
    /// </summary>
    private void Hold(int stage)
    {
        if (!_gatesOpen)
            FindStuck();
        for (int i = 0; i < _held.Length; i++)
        {
            _begun[i] |= stage > _programs[i].HeldUntil && (_gatesOpen || !_gates[i].Any(IsShut));
            _held[i] = !_begun[i];
        }
    }

    private bool IsShut(Gate gate) => !_stuck[gate.Tooth] && !gate.IsPassed(_programs[gate.Tooth], _at[gate.Tooth], _states[^1].Stage, Limits.LinearMm);

    /// <summary>Teeth that do not get on since one that waits is in their way, or one that does not get on for such a reason.</summary>
    private void FindStuck()
    {
        if (_states.Count <= PatienceWaiting)
            return;
        for (bool found = true; found;)
        {
            found = false;
            for (int i = 0; i < _stuck.Length; i++)
            {
                if (_stuck[i] || _held[i] || GetsOn(i) || !Enumerable.Range(1, PatienceWaiting).Any(back => MeetsWaiting(_states[^back].Notes[i])))
                    continue;
                _stuck[i] = found = true;
            }
        }
    }

    private bool MeetsWaiting(StageNote note) =>
        note.IsContact && (_held[note.Other] || _stuck[note.Other]);

    /// <summary>
    /// False for a tooth that has stood for so many stages, and for one whose movement others wait for and which has hardly gone on: pushed
    /// about between two teeth it never stands, and gets nowhere either.
    /// </summary>
    private bool GetsOn(int tooth)
    {
        if (HasStood(tooth, PatienceWaiting))
            return false;
        if (_awaited[tooth].IsEmpty)
            return true;
        ToothProgram program = _programs[tooth];
        StageState before = _states[^(PatienceWaiting + 1)];
        return _awaited[tooth].Any(p =>
            (program.Progress(p, _at[tooth]) - program.Progress(p, before.At[tooth])) * program.StagesOf(p) >= PatienceWaiting * KeptShare);
    }

    /// <summary>True where another tooth has kept a tooth where it is for so many stages.</summary>
    private bool HasStood(int tooth, int stages)
    {
        for (int back = 1; back <= stages; back++)
        {
            if (_states.Count < back || _states[^back].Notes[tooth].Kind != NoteKind.Held)
                return false;
        }

        return true;
    }

    /// <summary>Where everything stands still since a tooth waits for one that cannot get there, it waits no longer.</summary>
    private bool OpenGates(int stage)
    {
        if (_gatesOpen || !_held.Contains(true))
            return false;
        _gatesOpen = true;
        Hold(stage);
        return true;
    }
}
