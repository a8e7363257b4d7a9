namespace Archwright.Planning.Macro;

/// <summary>A span of stage time: movement runs evenly from the end of stage <paramref name="Start"/> to the end of stage <paramref name="End"/>.</summary>
/// <param name="Start">Start, stages; need not be whole.</param>
/// <param name="End">End, stages.</param>
internal readonly record struct Window(double Start, double End)
{
    /// <summary>How much sooner than evenly it goes: a stage and the share done by then; none where the stage is 0.</summary>
    public (double Stage, double Share) Sooner { get; init; }

    /// <summary>Stages in it.</summary>
    public double Length => End - Start;

    /// <summary>Share done at a stage time, 0–1.</summary>
    public double Progress(double stage) => stage >= End ? 1
        : stage <= Start ? 0
        : Sooner.Stage <= Start ? (stage - Start) / (End - Start)
        : stage <= Sooner.Stage ? Sooner.Share * (stage - Start) / (Sooner.Stage - Start)
        : Sooner.Share + ((1 - Sooner.Share) * (stage - Sooner.Stage) / (End - Sooner.Stage));

    /// <summary>This window widened towards another that contains it: 0 leaves it, 1 makes it the other.</summary>
    public Window Widened(double share, Window to) =>
        new(Start + ((to.Start - Start) * share), End + ((to.End - End) * share));

    /// <summary>What of it lies after a stage; nothing at its end where it is over by then.</summary>
    public Window From(double stage) => stage <= Start ? this : this with { Start = Math.Min(End, stage) };

    /// <summary>What both have in common; where that is nothing, the other.</summary>
    public Window Within(Window other)
    {
        var both = new Window(Math.Max(Start, other.Start), Math.Min(End, other.End));
        return both.Length > 1e-9 ? both : other;
    }
}
