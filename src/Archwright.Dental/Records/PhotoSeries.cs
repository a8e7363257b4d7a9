using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// Clinical photographs in standard views (REC-09): four of the face, five inside the mouth, a slot each. The series can be
/// absent or waived as a whole; where it is present, each slot has a state of its own.
/// </summary>
public sealed record PhotoSeries : RecordItem
{
    /// <summary>Face from the front, lips at rest.</summary>
    public RecordItem? FaceRest { get; init; }

    /// <summary>Face from the front, full smile.</summary>
    public RecordItem? FaceSmile { get; init; }

    /// <summary>Face at 45°, smiling.</summary>
    public RecordItem? FaceOblique { get; init; }

    /// <summary>Profile, lips at rest.</summary>
    public RecordItem? FaceProfile { get; init; }

    /// <summary>Teeth in occlusion from the front.</summary>
    public RecordItem? IntraoralFront { get; init; }

    /// <summary>Teeth in occlusion from the patient's right.</summary>
    public RecordItem? IntraoralRight { get; init; }

    /// <summary>Teeth in occlusion from the patient's left.</summary>
    public RecordItem? IntraoralLeft { get; init; }

    /// <summary>Upper arch by mirror.</summary>
    public RecordItem? UpperOcclusal { get; init; }

    /// <summary>Lower arch by mirror.</summary>
    public RecordItem? LowerOcclusal { get; init; }

    /// <summary>The slots by name, those of the face first; null where nothing was said of one.</summary>
    public IEnumerable<(string Key, string Name, RecordItem? Item)> Slots() =>
    [
        ("faceRest", "face at rest", FaceRest),
        ("faceSmile", "face smiling", FaceSmile),
        ("faceOblique", "face at 45°", FaceOblique),
        ("faceProfile", "profile", FaceProfile),
        ("intraoralFront", "intra-oral front", IntraoralFront),
        ("intraoralRight", "intra-oral right", IntraoralRight),
        ("intraoralLeft", "intra-oral left", IntraoralLeft),
        ("upperOcclusal", "upper occlusal", UpperOcclusal),
        ("lowerOcclusal", "lower occlusal", LowerOcclusal),
    ];

    /// <summary>Names of all views.</summary>
    public static ImmutableArray<string> ViewNames { get; } = [.. new PhotoSeries { State = RecordState.Present }.Slots().Select(s => s.Name)];
}
