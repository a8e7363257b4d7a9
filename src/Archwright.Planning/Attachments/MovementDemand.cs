using Archwright.Dental;

namespace Archwright.Planning.Attachments;

/// <summary>A movement of one tooth that asks for an attachment (or an auxiliary in its place).</summary>
/// <param name="Type">Rotation, extrusion, intrusion, root uprighting, torque or bodily translation.</param>
/// <param name="IsAlongArch">For bodily translation: along the arch rather than across it.</param>
/// <param name="Amount">Greatest amount on the way from stage 0, with its clinical sign, mm or degrees.</param>
/// <param name="Unit">mm or deg.</param>
/// <param name="Threshold">The preference's amount from which on it asks.</param>
/// <param name="Preference">That preference, as category.option.</param>
/// <param name="From">First tray that moves it.</param>
/// <param name="To">Last tray that moves it.</param>
public sealed record MovementDemand(
    MovementType Type, bool IsAlongArch, double Amount, string Unit, double Threshold, string Preference, int From, int To)
{
    /// <summary>The movement with amount, direction and trays, for a person.</summary>
    public string Words
    {
        get
        {
            string unit = Unit == "deg" ? "°" : " mm";
            string trays = From == To ? $"tray {From}" : $"trays {From}–{To}";
            return $"{Name} of {Math.Abs(Amount):0.0#}{unit} ({Direction}), {trays}";
        }
    }

    private string Name => Type switch
    {
        MovementType.Rotation => "rotation",
        MovementType.Extrusion => "extrusion",
        MovementType.Intrusion => "intrusion",
        MovementType.RootUprighting => "root uprighting",
        MovementType.Torque => "torque",
        _ => IsAlongArch ? "bodily translation along the arch" : "bodily translation across the arch",
    };

    private string Direction => Type switch
    {
        MovementType.Rotation => Amount > 0 ? "mesial side outwards" : "mesial side inwards",
        MovementType.Extrusion => "towards the other jaw",
        MovementType.Intrusion => "into the bone",
        MovementType.RootUprighting => Amount > 0 ? "root distally" : "root mesially",
        MovementType.Torque => Amount > 0 ? "root lingually" : "root facially",
        _ when IsAlongArch => Amount > 0 ? "mesially" : "distally",
        _ => Amount > 0 ? "facially" : "lingually",
    };
}
