using System.Text.Json.Nodes;

namespace Archwright.Acceptance.Tests;

/// <summary>A copy of the plan of a nearly ideal dentition, to be edited and staged anew.</summary>
internal static class PlanCopy
{
    /// <summary>Copies the plan into <c>plan</c> of a scratch folder.</summary>
    public static void Into(ScratchFolder scratch) => ScratchFolder.Copy(SamplePlan.Ideal.Folder, scratch["plan"]);

    /// <summary>Writes other stages: all teeth stand but those named, which go along an axis of their frame by as much in each tray.</summary>
    public static void Restage(ScratchFolder scratch, int trays, params (int Fdi, string Axis, double Mm)[] moves) => Edit(scratch, plan =>
    {
        JsonNode still = plan["stages"]![0]!;
        var stages = new JsonArray { still.DeepClone() };
        for (int k = 1; k <= trays; k++)
        {
            JsonNode stage = still.DeepClone();
            stage["index"] = k;
            stage["wearDays"] = 14;
            foreach ((int fdi, string axis, double mm) in moves)
            {
                JsonNode frame = plan["teeth"]!.AsArray().Single(t => t!["fdi"]!.GetValue<int>() == fdi)!["frame"]!;
                stage["poses"]![$"{fdi}"]!["t"] = new JsonArray(
                    [.. frame[axis]!.AsArray().Select(c => JsonValue.Create(c!.GetValue<double>() * mm * k))]);
            }

            stages.Add(stage);
        }

        plan["stages"] = stages;
        foreach (string end in new[] { "target", "programmed" })
            plan[end]!["poses"] = stages[trays]!["poses"]!.DeepClone();
        foreach (string list in new[] { "ipr", "attachments", "auxiliaries", "events", "expected" })
            plan[list] = new JsonArray();
        plan.Remove("strategy");
        plan.Remove("outcome");
    });

    public static void Edit(ScratchFolder scratch, Action<JsonObject> edit)
    {
        string document = scratch["plan", "plan.json"];
        JsonObject plan = JsonNode.Parse(File.ReadAllText(document))!.AsObject();
        edit(plan);
        File.WriteAllText(document, plan.ToJsonString());
    }
}
