using Archwright.Planning.Macro;

namespace Archwright.Planning.Staging;

// How one tray spares its anchors: where more root would move than the teeth that stand can bear, steps of the jaw become shorter.
internal sealed partial class StageRun
{
    /// <summary>Steps move at most this share of what may move: leaves room for rounding in files.</summary>
    private const double MostMoving = StepLimit.MaxUtilisation;

    private const int Halvings = 12;

    /// <summary>
    /// Shortens the steps of a jaw that would overload its anchors. Every tooth keeps the pace that brings it to its target by the last tray;
    /// what goes faster gives that up first, all by the same share; where that is not enough, all go slower alike.
    /// </summary>
    private void SpareAnchors(int stage)
    {
        foreach (JawRoots jaw in _anchorage.Jaws)
        {
            AnchorLoad asked = Load(jaw);
            if (asked.Share <= MostMoving)
                continue;
            MovementVector[] wanted = [.. jaw.Teeth.Select(i => _step[i])];
            double[] needed = [.. jaw.Teeth.Select(i => NeededShare(i, stage))];
            if (!Shorten(jaw, wanted, needed, 1, 0))
                Shorten(jaw, wanted, needed, Bisection.Greatest(0, 1, Halvings, alike => Shorten(jaw, wanted, needed, alike, 0)), 0);
            else
                Shorten(jaw, wanted, needed, 1, Bisection.Greatest(0, 1, Halvings, haste => Shorten(jaw, wanted, needed, 1, haste)));
            for (int j = 0; j < wanted.Length; j++)
            {
                int i = jaw.Teeth[j];
                if (_note[i].Kind == NoteKind.None && _step[i].Size < HardlyShorter * wanted[j].Size)
                    _note[i] = StageNote.Sparing(asked);
            }
        }
    }

    /// <summary>Shortens all steps of a jaw; true where its anchors hold then.</summary>
    /// <param name="jaw">The jaw.</param>
    /// <param name="wanted">The steps its teeth want.</param>
    /// <param name="needed">The share of them that each needs.</param>
    /// <param name="alike">Share of what it needs that every tooth gets.</param>
    /// <param name="haste">Share of what it wants beyond its need that every tooth gets.</param>
    private bool Shorten(JawRoots jaw, MovementVector[] wanted, double[] needed, double alike, double haste)
    {
        for (int j = 0; j < wanted.Length; j++)
        {
            _step[jaw.Teeth[j]] = wanted[j] * (alike * (needed[j] + (haste * (1 - needed[j]))));
            Try(jaw.Teeth[j]);
        }

        return Load(jaw).Share <= MostMoving;
    }

    /// <summary>Share of its step a tooth needs in this tray if it shall reach its target by the last; all of it where it makes way for another.</summary>
    private double NeededShare(int tooth, int stage)
    {
        if (!Stirs(tooth) || _note[tooth].Kind == NoteKind.Detour)
            return 1;
        ToothProgram program = _programs[tooth];
        double left = StepLimit.Utilisation(program.Tooth, _pose[tooth], program.Target, Limits);
        double step = StepLimit.Utilisation(program.Tooth, _pose[tooth], _tried[tooth], Limits);
        return Math.Min(1, left / Math.Max(1, _trays - stage + 1) / Math.Max(step, ProgressUtilisation));
    }

    private AnchorLoad Load(JawRoots jaw) =>
        AnchorLoad.Of(_anchorage, jaw, _anchorage.MovingMm2(jaw, i => _pose[i], i => _tried[i]));
}
