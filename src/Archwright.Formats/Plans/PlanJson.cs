using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats;

/// <summary>
/// plan.json, schema <c>archwright.plan/1</c> (docs/formats/plan.schema.json). Writing is deterministic; reading is strict and
/// checks what a schema cannot say: that poses are motions, that every tooth has a pose in every stage, that stages count up
/// from an identity.
/// </summary>
public static class PlanJson
{
    /// <summary>The file's bytes; the same document gives the same bytes.</summary>
    public static byte[] Write(PlanDocument plan) => StrictJson.Write(plan);

    /// <summary>Reads and checks a plan document.</summary>
    public static Result<PlanDocument> Read(ReadOnlySpan<byte> bytes, string name = PlanFolder.DocumentName, FormatLimits? limits = null)
    {
        Result<PlanDocument> read = StrictJson.Read<PlanDocument>(name, bytes, limits ?? FormatLimits.Default);
        if (read.Value is not { } plan)
            return read;
        var check = new PlanCheck(name);
        check.Run(plan);
        return check.Problems.Count == 0 ? read : Result<PlanDocument>.Fail([.. check.Problems]);
    }
}
