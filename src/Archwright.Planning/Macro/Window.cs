namespace Archwright.Planning.Macro;

/// <summary>A span of stage time: movement runs evenly from the end of stage <paramref name="Start"/> to the end of stage <paramref name="End"/>.</summary>
/// <param name="Start">Start, stages; need not be whole.</param>
/// <param name="End">End, stages.</param>
internal readonly record struct Window(double Start, double End)
{
    /// <summary>Stages in it.</summary>
    public double Length => End - Start;

    /// <summary>Share done at a stage time, 0–1.</summary>
    public double Progress(double stage) => stage >= End ? 1 : stage <= Start ? 0 : (stage - Start) / (End - Start);

    /// <summary>This window widened towards another that contains it: 0 leaves it, 1 makes it the other.</summary>
    public Window Widened(double share, Window to) =>
        new(Start + ((to.Start - Start) * share), End + ((to.End - End) * share));

    /// <summary>What of it lies after a stage; nothing at its end where it is over by then.</summary>
    public Window From(double stage) => new(Math.Min(End, Math.Max(Start, stage)), End);

    /// <summary>What both have in common; where that is nothing, the other.</summary>
    public Window Within(Window other)
    {
        var both = new Window(Math.Max(Start, other.Start), Math.Min(End, other.End));
        return both.Length > 1e-9 ? both : other;
    }
}
