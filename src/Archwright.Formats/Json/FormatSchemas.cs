using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>
/// The JSON schemas of our files, generated from the records they are read into; <c>docs/formats/*.schema.json</c> holds them
/// and a test keeps them equal.
/// </summary>
public static class FormatSchemas
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>File name and text of each schema.</summary>
    public static IReadOnlyList<(string FileName, string Text)> All { get; } =
    [
        ("case.schema.json", Export(typeof(CaseDescription), "case.json of a case folder, archwright.case/1")),
        ("edits.schema.json", Export(typeof(StagingEdits), "staged edits, archwright.edits/1: what a person has decided about the staging")),
        ("label-edits.schema.json", Export(typeof(LabelEdits), "labels.edits.json, archwright.label-edits/1: corrections of labels, found or given; scan frame, mm")),
        ("labels.schema.json", Export(typeof(LabelDocument), "labels of a scan, Teeth3DS form with optional face labels")),
        ("plan.schema.json", Export(typeof(PlanDocument), "plan.json of a plan folder, archwright.plan/1; scan frame, mm and degrees")),
        ("review-answers.schema.json", Export(typeof(PlanReview), "review.json beside a plan, archwright.review-answers/1: a recorded review, question by question")),
        ("segmentation.schema.json", Export(typeof(SegmentationDocument), "how sure found labels are, archwright.segmentation/1; stands beside them")),
        ("waivers.schema.json", Export(typeof(PlanWaivers), "waivers.json beside a plan, archwright.waivers/1: findings the treating doctor has signed for")),
        ("preset.schema.json", Preset()),
        ("preferences.schema.json", Export(typeof(TreatmentPreferences), "treatment preferences, resolved whole")),
    ];

    private static string Export(Type type, string title)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        JsonNode schema = StrictJson.SchemaOptions.GetJsonSchemaAsNode(type, options);
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach ((string key, JsonNode? value) in schema.AsObject())
            whole[key] = value?.DeepClone();
        return whole.ToJsonString(Readable) + "\n";
    }

    /// <summary>A preset's schema: its own keys, and under options the categories as the preferences declare them.</summary>
    private static string Preset()
    {
        JsonObject schema = JsonNode.Parse(Export(typeof(PresetDocument), "a preset of preferences, archwright.preferences/1: only what differs"))!.AsObject();
        JsonObject whole = JsonNode.Parse(Export(typeof(TreatmentPreferences), ""))!["properties"]!.AsObject();
        var categories = new JsonObject();
        foreach (string category in PreferenceCatalogue.All.Select(o => o.Category).Distinct())
            categories[category] = whole[category]!.DeepClone();
        schema["properties"]!["options"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = categories,
            ["additionalProperties"] = false,
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    /// <summary>Adds unit, range and source of a declared option.</summary>
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        OptionAttribute? option = context.PropertyInfo?.AttributeProvider?
            .GetCustomAttributes(typeof(OptionAttribute), inherit: false).OfType<OptionAttribute>().FirstOrDefault();
        if (option is null || node is not JsonObject schema)
            return node;
        schema["minimum"] = option.HardMin;
        schema["maximum"] = option.HardMax;
        string soft = double.IsNaN(option.SoftMin) && double.IsNaN(option.SoftMax)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; usual {Bound(option.SoftMin)}–{Bound(option.SoftMax)}");
        schema["description"] = $"{option.Unit}{soft}; source: {option.Source}";
        if (context.PropertyInfo!.AttributeProvider is PropertyInfo property)
            schema["default"] = JsonSerializer.SerializeToNode(property.GetValue(Activator.CreateInstance(property.DeclaringType!)), property.PropertyType);
        return schema;
    }

    private static string Bound(double value) => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture);
}
