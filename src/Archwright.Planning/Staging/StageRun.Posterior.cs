using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

// How far premolars and molars give way to antagonists: what no auxiliary extrudes rises by hundredths a tray (VEL-12), and a tooth
// pushed down by a cusp that passes over it would come back long after all others have arrived.
internal sealed partial class StageRun
{
    private readonly bool[] _sinks;

    /// <summary>A tooth that stands for two that will not give way may be pushed down as far as need be from then on: late is better than never.</summary>
    private void LetSink()
    {
        for (int i = 0; i < _sinks.Length; i++)
            _sinks[i] |= HasStood(i, PatienceWaiting);
    }

    /// <summary>Where a detour may take a tooth: not deeper than it can rise from by the last tray, not further back than it may go.</summary>
    private MovementVector Kept(int tooth, MovementVector at, int stage)
    {
        ToothProgram program = _programs[tooth];
        MovementVector within = program.Within(at);
        if (program.MayExtrude || _sinks[tooth])
            return within;
        double deepest = program.Total.Extrusion - (StepLimit.PosteriorNoiseMm * Math.Max(0, _trays - stage));
        return within with { Extrusion = Math.Max(within.Extrusion, deepest) };
    }

    /// <summary>A step of a tooth that was pushed down: it goes on sideways at its pace while it rises by what it may.</summary>
    private MovementVector RisesAsItMay(int tooth, MovementVector step) => _programs[tooth].MayExtrude
        ? step
        : step with { Extrusion = Math.Min(step.Extrusion, StepLimit.PosteriorNoiseMm * StepLimit.MaxUtilisation) };
}
