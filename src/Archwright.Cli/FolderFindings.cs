using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Formats;

namespace Archwright.Cli;

/// <summary>What a plan folder's files say beside what its plan says: files that are not those it was written with.</summary>
internal static class FolderFindings
{
    private const string Rule = "PLN000";
    private const string Source = "design.md 8: the approved version is the manufactured version, byte for byte";

    /// <summary>The version that signatures name; null where the folder's files are not those plan.json names.</summary>
    public static string? Version(LoadedPlan loaded) => loaded.ChangedFiles.IsEmpty ? loaded.Sha256 : null;

    /// <summary>The version that signatures name; null where a judged mesh is not one plan.json names.</summary>
    public static string? Version(ForeignPlanFolder folder) => folder.Differing.IsEmpty ? folder.Sha256 : null;

    /// <summary>Of a folder that is verified: an output that changed shuts approval.</summary>
    public static ImmutableArray<Finding> Of(LoadedPlan loaded) =>
    [
        .. loaded.ChangedFiles.Select(file => new Finding
        {
            Rule = Rule,
            Severity = FindingSeverity.Blocker,
            Message = $"{file} is not the file this plan was written with: its hash differs",
            Source = Source,
        }),
    ];

    /// <summary>Of a folder that is checked: meshes were judged as they are, and whoever decides should know they are others.</summary>
    public static ImmutableArray<Finding> Of(ForeignPlanFolder folder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach ((string path, string how) in folder.Differing)
        {
            findings.Add(new Finding
            {
                Rule = Rule,
                Severity = FindingSeverity.Warning,
                Message = $"{path} was judged as it is: {how}",
                Source = Source,
            });
        }

        PlanEngine engine = folder.Document.Engine;
        if (engine.PreferencesSha256 != PreferencesJson.Hash(engine.Preferences))
        {
            findings.Add(new Finding
            {
                Rule = Rule,
                Severity = FindingSeverity.Warning,
                Message = "the preferences in plan.json are not those the plan was made with: their hash differs",
                Source = Source,
            });
        }

        return findings.ToImmutable();
    }
}
