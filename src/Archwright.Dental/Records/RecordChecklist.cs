using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>The record protocol as a checklist: where every item stands. What a gate makes of it is a rule's business.</summary>
public static class RecordChecklist
{
    /// <summary>
    /// The items in the order of the protocol; a case without a protocol has not been asked about any. A series of photographs that is
    /// absent or waived as a whole is one line, otherwise each view is a line.
    /// </summary>
    public static ImmutableArray<RecordLine> Of(CaseRecords? records)
    {
        CaseRecords said = records ?? new CaseRecords();
        return
        [
            Line("panoramic", "panoramic X-ray", said.Panoramic),
            Line("upperIncisors", "X-ray of the upper incisors", said.UpperIncisors),
            Line("lowerIncisors", "X-ray of the lower incisors", said.LowerIncisors),
            .. Photos(said.Photos),
            Line("periodontal", "periodontal chart", said.Periodontal),
            Line("functional", "functional record", said.Functional),
            .. said.Centric is null ? Array.Empty<RecordLine>() : [Line("centric", "bite in centric relation", said.Centric)],
            Line("resorption", "history of root resorption", said.Resorption),
            Line("restorative", "restorative plan", said.Restorative),
            Line("cbct", "cone-beam volume", said.Cbct),
        ];
    }

    private static IEnumerable<RecordLine> Photos(PhotoSeries? photos)
    {
        RecordLine whole = Line("photos", "series of photographs", photos);
        if (whole.Standing is not (RecordStanding.Present or RecordStanding.Faulty))
            return [whole];
        return (whole.Standing == RecordStanding.Faulty ? [whole] : Array.Empty<RecordLine>())
            .Concat(photos!.Slots().Select(s => Line("photos." + s.Key, $"photograph {s.Name}", s.Item)));
    }

    private static RecordLine Line(string key, string name, RecordItem? item) => new(key, name, StandingOf(item), item);

    private static RecordStanding StandingOf(RecordItem? item) => item switch
    {
        null => RecordStanding.NotSaid,
        { State: RecordState.Present, Fault: null } => RecordStanding.Present,
        { State: RecordState.Present } => RecordStanding.Faulty,
        { State: RecordState.Waived, Waiver.Role: SignatoryRole.TreatingDoctor } => RecordStanding.Waived,
        { State: RecordState.Waived } => RecordStanding.WaivedByOther,
        _ => RecordStanding.Absent,
    };
}

/// <summary>One line of the checklist.</summary>
/// <param name="Key">Path below <c>recordSet</c>.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Item">What was said of it; null where nothing was.</param>
public sealed record RecordLine(string Key, string Name, RecordStanding Standing, RecordItem? Item)
{
    /// <summary>True where neither the record nor any waiver of it is there.</summary>
    public bool IsMissing => Standing is RecordStanding.Absent or RecordStanding.NotSaid;

    /// <summary>True for an item without which no plan is approved, whatever it moves (REC-08, CLN-01); others are asked for by what is planned.</summary>
    public bool IsRequired =>
        Key is "panoramic" or "upperIncisors" or "lowerIncisors" or "periodontal" || Key.StartsWith("photos", StringComparison.Ordinal);

    /// <summary>The standing in words.</summary>
    public string Words() => Standing switch
    {
        RecordStanding.Present => "present",
        RecordStanding.Faulty => $"has a fault: {Item?.Fault}",
        RecordStanding.Waived => $"waived by {Item?.Waiver?.By} on {Item?.Waiver?.On:yyyy-MM-dd}: {Item?.Waiver?.Reason}",
        RecordStanding.WaivedByOther => $"waived by {Item?.Waiver?.By}, who is not the treating doctor",
        RecordStanding.Absent => $"absent: {Item?.Reason}",
        _ => "not said",
    };
}

/// <summary>Where an item of the protocol stands.</summary>
public enum RecordStanding
{
    /// <summary>There.</summary>
    Present,

    /// <summary>There, and of no use as it is.</summary>
    Faulty,

    /// <summary>Gone without by the treating doctor.</summary>
    Waived,

    /// <summary>Gone without by somebody whose waiver does not count.</summary>
    WaivedByOther,

    /// <summary>Not there, and why is said.</summary>
    Absent,

    /// <summary>Nothing was said of it.</summary>
    NotSaid,
}
