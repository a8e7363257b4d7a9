using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archwright.Formats;

/// <summary>
/// A label file in the form of the Teeth3DS data set (Ben-Hamadou et al. 2022, arXiv 2210.06094), with our optional
/// <c>face_labels</c>. Every key it may have is listed; what is not read is kept as it is.
/// </summary>
internal sealed record LabelDocument
{
    /// <summary>Name of the patient in the data set; not read.</summary>
    [JsonPropertyName("id_patient")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdPatient { get; init; }

    /// <summary>upper or lower.</summary>
    [JsonPropertyName("jaw")]
    public required string Jaw { get; init; }

    /// <summary>FDI number per vertex of the file, 0 = gingiva.</summary>
    [JsonPropertyName("labels")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? Labels { get; init; }

    /// <summary>Running number of the tooth per vertex; not read.</summary>
    [JsonPropertyName("instances")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? Instances { get; init; }

    /// <summary>FDI number per face of the file, 0 = gingiva; wins over the vertices' labels.</summary>
    [JsonPropertyName("face_labels")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? FaceLabels { get; init; }

    /// <summary>Numbers a source used; not read.</summary>
    [JsonPropertyName("source_fdi")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? SourceFdi { get; init; }

    /// <summary>Landmarks; not read.</summary>
    [JsonPropertyName("landmarks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Landmarks { get; init; }
}

/// <summary>Labels of a scan, as its label file gives them.</summary>
/// <param name="FaceLabels">FDI number per face of the mesh, 0 = gingiva.</param>
/// <param name="AreFromFaces">True where the file labels faces; false where they follow from the vertices.</param>
public sealed record ScanLabels(ImmutableArray<int> FaceLabels, bool AreFromFaces);
