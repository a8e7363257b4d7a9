namespace Archwright.Planning.Macro;

/// <summary>Where a part of a movement may run.</summary>
/// <param name="Wanted">The span its phase or group gives it.</param>
/// <param name="Hard">The span it may never leave: not before its group's turn, not after others need it done.</param>
/// <param name="IsLead">True where others wait for it: it takes the whole of its hard span.</param>
/// <param name="Key">Parts with the same key are put in order among each other.</param>
/// <param name="WaitsUntil">Stage through which it waits for its attachment; 0 where it waits for none.</param>
internal readonly record struct Slot(Window Wanted, Window Hard, bool IsLead, int Key, int WaitsUntil)
{
    /// <summary>What of the hard span is left once its attachment is on.</summary>
    public Window Free => Hard.From(WaitsUntil);
}
