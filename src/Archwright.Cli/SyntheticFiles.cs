using System.Text.Json;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Synthesis;

namespace Archwright.Cli;

/// <summary>A synthetic case as files: the case folder, and beside it <c>truth.json</c> with what is known about every tooth.</summary>
internal static class SyntheticFiles
{
    /// <summary>The input a case folder holds.</summary>
    public static CaseInput Input(SyntheticCase made, string label, CaseObjectives objectives, double? centricSlideMm = null) => made.ToCaseInput() with
    {
        HasDescription = true,
        Description = new CaseDescription
        {
            Label = label,
            PatientGroup = PatientGroup.Adult,
            Objectives = objectives,
            RecordSet = SyntheticRecords.Of(made, centricSlideMm),
        },
    };

    /// <summary>truth.json: the occlusal frame, and per tooth the rigid motion (scan frame, mm) back to its ideal pose.</summary>
    public static FolderFile Truth(SyntheticCase made) => FolderFile.Of("truth.json", () => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema = "archwright.truth/1",
            made.Options.Seed,
            OcclusalFromScan = PoseConversion.ToPose(made.OcclusalFromScan),
            Teeth = made.Teeth.Select(t => new
            {
                t.Id.Fdi,
                IdealFromScanned = PoseConversion.ToPose(t.IdealFromScanned),
                Origin = PoseConversion.ToArray(t.Tooth.Frame.Origin),
                Mesial = PoseConversion.ToArray(t.Tooth.Frame.Mesial),
                Facial = PoseConversion.ToArray(t.Tooth.Frame.Facial),
                Occlusal = PoseConversion.ToArray(t.Tooth.Frame.Occlusal),
            }),
        },
        JsonOutput.Options));
}
