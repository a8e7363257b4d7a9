using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Damage to case.json and to preferences, and values that are legal and extreme.</summary>
internal static class CaseDamage
{
    private const string Name = "case.json";

    private static readonly string[] Reasons =
        [.. Enum.GetNames<ToothRestriction>().Where(n => n != "None").Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static Blow[] Bytes { get; } = [.. JsonDamage.Texts.Select(t => On(t.Name, t.Do))];

    public static Blow[] Document { get; } =
    [
        On("a key twice", (b, r) => JsonDamage.DuplicateKey(Rich(b), r)),
        On("one place of the tree", (b, r) => JsonDamage.Tree(Rich(b), r)),
        On("one place of the tree", (b, r) => JsonDamage.Tree(Rich(b), r)),
        On("one place of the tree", (b, r) => JsonDamage.Tree(Rich(b), r)),
        Edit("an unknown key", (root, _) => root["pateintGroup"] = "adult"),
        Edit("another schema", (root, r) => root["schema"] = Pick.From(["archwright.case/2", "", "archwright.plan/1"], r)),
        Edit("no keys", (root, _) => root.Clear()),
        Edit("a label that is none", (root, r) => root["label"] = Pick.From(["../x", "Anna Müller", new string('a', 300), "a b", ""], r)),
        Edit("restrictions that are none", (root, r) => root["restrictions"] = new JsonArray(new JsonObject
        {
            ["fdi"] = Pick.From([0, 19, 99, -11, 11, 48], r),
            ["reason"] = Pick.From(["ankylosed", "because", "Implant", "0"], r),
        })),
        Edit("a tooth restricted twice", (root, _) => root["restrictions"] = new JsonArray(Restricted(11), Restricted(11))),
        Edit("a hundred thousand records", (root, _) => root["records"] = new JsonArray([.. Enumerable.Range(0, 100_000).Select(_ => (JsonNode)"cbct")])),
        Edit("objectives beyond a jaw", (root, r) => root["objectives"] = new JsonObject { ["overjetMm"] = Pick.From([21.0, -1e9, 1e300], r) }),
    ];

    public static Blow[] Values { get; } =
    [
        Edit("objectives at the limits", (root, r) => root["objectives"] = new JsonObject
        {
            ["overjetMm"] = Pick.From([-20.0, 20, 0, 2], r),
            ["overbiteMm"] = Pick.From([-20.0, 20, 0, 2], r),
            ["midlineMm"] = Pick.From([-10.0, 10, 0], r),
            ["canineClass"] = Pick.From(["I", "II", "III", "keep"], r),
        }),
        Edit("one arch only", (root, r) => root["objectives"] = new JsonObject { ["arches"] = Pick.From(["upper", "lower", "both"], r) }),
        Edit("some teeth restricted", (root, r) => root["restrictions"] = new JsonArray(
            [.. Teeth().Where(_ => r.Next(3) == 0).Select(fdi => (JsonNode)Restricted(fdi, Pick.From(Reasons, r)))])),
        Edit("every tooth restricted", (root, _) => root["restrictions"] = new JsonArray([.. Teeth().Select(fdi => (JsonNode)Restricted(fdi))])),
        Edit("all but one restricted", (root, r) =>
        {
            int free = Pick.From([11, 13, 24, 31, 42], r);
            root["restrictions"] = new JsonArray([.. Teeth().Where(fdi => fdi != free).Select(fdi => (JsonNode)Restricted(fdi))]);
        }),
        Edit("absent teeth restricted", (root, _) => root["restrictions"] = new JsonArray(Restricted(18), Restricted(85))),
        Edit("a child", (root, _) => root["patientGroup"] = "child"),
        new("no case.json", (m, _) => m.Files.Remove(Name)),
    ];

    public static Blow[] PreferenceBlows { get; } =
    [
        .. JsonDamage.Texts.Select(t => Preference(t.Name, t.Do)),
        Preference("a key twice", JsonDamage.DuplicateKey),
        Preference("one place of the tree", JsonDamage.Tree),
        Preference("one place of the tree", JsonDamage.Tree),
        Preference("one place of the tree", JsonDamage.Tree),
        .. Enumerable.Range(0, 14).Select(_ => Preference("values anywhere in their ranges", Ranged)),
    ];

    private static IEnumerable<int> Teeth() =>
        ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower)).Select(t => t.Fdi);

    private static JsonObject Restricted(int fdi, string reason = "ankylosed") => new() { ["fdi"] = fdi, ["reason"] = reason };

    // every key there is, so that the tree has places
    private static byte[] Rich(byte[] bytes) => JsonNode.Parse(bytes) is JsonObject { Count: > 0 } ? CaseJson.Write(new CaseDescription
    {
        Label = "mutant",
        PatientGroup = PatientGroup.Teen,
        AlignerSystem = "any",
        Preferences = "base",
        Objectives = new CaseObjectives { OverjetMm = 2, OverbiteMm = 1.5, MidlineMm = 0, CanineClass = "I", Arches = "both" },
        Restrictions = [new ToothRestrictionEntry { Fdi = 13, Reason = ToothRestriction.Ankylosed }],
        Records = ["photos", "cbct"],
        RecordSet = new CaseRecords
        {
            Submitted = new DateOnly(2026, 11, 2),
            Scanned = new DateOnly(2026, 11, 1),
            Panoramic = new RecordItem { State = RecordState.Absent, Reason = "none" },
            Periodontal = new PeriodontalChart
            {
                State = RecordState.Present,
                Teeth = [new ToothPeriodontium { Fdi = 11, ProbingMm = [2, 6], AttachmentLossMm = 1, Mobility = 2, RecessionMm = 1.5 }],
            },
            Functional = new FunctionalRecord { State = RecordState.Present, CentricShiftMm = 1.5 },
            Face = new FacialReading { UpperLipToELineMm = -5 },
        },
    }) : bytes;

    // Numbers of the preferences between the bounds their declaration names.
    private static byte[] Ranged(byte[] bytes, SeededRandom r)
    {
        if (JsonNode.Parse(bytes) is not { } root)
            return bytes;
        JsonNode schema = JsonNode.Parse(FormatSchemas.All.Single(s => s.FileName == "preferences.schema.json").Text)!;
        double share = r.NextDouble();
        Walk(root, schema);
        return Encoding.UTF8.GetBytes(root.ToJsonString());

        void Walk(JsonNode node, JsonNode shape)
        {
            if (node is not JsonObject map || shape["properties"] is not JsonObject properties)
                return;
            foreach (string key in map.Select(p => p.Key).ToArray())
            {
                if (properties[key] is not { } inner)
                    continue;
                if (inner["minimum"] is { } least && inner["maximum"] is { } most && r.NextDouble() < share)
                    map[key] = Between(map[key]!, least.GetValue<double>(), most.GetValue<double>());
                else if (map[key] is { } child)
                    Walk(child, inner);
            }
        }

        JsonNode Between(JsonNode old, double least, double most)
        {
            double value = r.Next(3) switch { 0 => least, 1 => most, _ => r.Uniform(least, most) };
            return old.AsValue().TryGetValue(out int _) ? (int)Math.Round(value) : value;
        }
    }

    private static Blow Preference(string name, Func<byte[], SeededRandom, byte[]> damage) => new(name, (m, r) =>
        m.Preferences = JsonDamage.Guarded(m.Preferences ?? PreferencesJson.Write(new TreatmentPreferences()), bytes => damage(bytes, r)));

    private static Blow On(string name, Func<byte[], SeededRandom, byte[]> damage) => new(name, (m, r) =>
    {
        if (m.Files.TryGetValue(Name, out byte[]? bytes))
            m.Files[Name] = JsonDamage.Guarded(bytes, b => damage(b, r));
    });

    private static Blow Edit(string name, Action<JsonObject, SeededRandom> edit) => On(name, (bytes, r) => JsonDamage.Object(bytes, r, edit));
}
