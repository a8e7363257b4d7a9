using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>
/// Resolves presets whole (PRF-01, PRF-03): base → protocol → practice → doctor → patient group → case, each saying only what
/// differs, a later one winning. The same presets give the same values, whatever order they were read in.
/// </summary>
public static class PresetResolution
{
    private const string AnySystem = "any";

    /// <summary>
    /// The preferences of a selection with their chain. Errors: an absent or circular parent, two presets for one patient group,
    /// a group's or a case's preset whose parent is not on the chain (it would have two parents), values that contradict each
    /// other. Warnings: a comparison profile, a preset meant for another aligner system, unusual combinations.
    /// </summary>
    public static Result<ResolvedPreferences> Resolve(PresetLibrary library, PresetSelection selection)
    {
        PreferencePreset root = selection.Preset ?? (selection.Case?.Extends is { } id ? library.Find(id) : null) ?? library.Find("base")!;
        Preconditions.Require(root is not null, "a library holds the base");
        Result<IReadOnlyList<PreferencePreset>> started = library.ChainOf(root!);
        if (!started.IsOk)
            return Result<ResolvedPreferences>.Fail(started.Problems);
        List<PreferencePreset> chain = [.. started.Value];
        var problems = new List<Problem>();
        if (selection.PatientGroup is { } group)
            problems.AddRange(AddGroup(library, chain, group));
        if (selection.Case is { } own)
            problems.AddRange(AddCase(library, chain, own));
        problems.AddRange(Suspicions(chain, selection.AlignerSystem));

        ResolvedPreferences resolved = Fold(chain, selection.AlignerSystem);
        problems.AddRange(PreferenceConsistency.Check(resolved));
        return problems.Exists(p => p.Severity == ProblemSeverity.Error)
            ? Result<ResolvedPreferences>.Fail([.. problems])
            : Result<ResolvedPreferences>.Ok(resolved, [.. problems]);
    }

    /// <summary>The chain as a plan records it.</summary>
    public static ImmutableArray<PlanPreset> Lineage(ResolvedPreferences resolved) =>
    [
        .. resolved.Chain.Select(p => new PlanPreset
        {
            Id = p.Id, Version = p.Version, Kind = p.Kind, Sha256 = p.Sha256, Sets = [.. p.Options.Keys],
        }),
    ];

    private static ResolvedPreferences Fold(List<PreferencePreset> chain, string? alignerSystem)
    {
        var values = new TreatmentPreferences
        {
            Id = chain[^1].Id,
            Version = chain[^1].Version,
            AlignerSystem = alignerSystem ?? chain.LastOrDefault(p => p.AlignerSystem is not null)?.AlignerSystem ?? AnySystem,
        };
        foreach (PreferencePreset preset in chain)
        {
            foreach ((string path, object value) in preset.Options)
                values = PreferenceCatalogue.Find(path)!.With(values, value);
        }

        return new ResolvedPreferences(values, [.. chain]);
    }

    /// <summary>Puts the patient group's preset on the chain: of those whose parent is on it, the one whose parent stands last.</summary>
    private static IEnumerable<Problem> AddGroup(PresetLibrary library, List<PreferencePreset> chain, PatientGroup group)
    {
        if (chain.Find(p => p.PatientGroup is not null) is { } there)
        {
            if (there.PatientGroup != group)
            {
                yield return Problem.Error(
                    "preset-group", $"the preset {there.Id} is for the group {there.PatientGroup}, the case's patient is {group}", there.Origin);
            }

            yield break;
        }

        int Depth(PreferencePreset preset) => chain.FindIndex(p => p.Id == preset.Extends);
        PreferencePreset[] candidates = [.. library.All.Where(p => p.PatientGroup == group && Depth(p) >= 0).OrderByDescending(Depth)];
        if (candidates.Length > 1 && Depth(candidates[0]) == Depth(candidates[1]))
        {
            yield return Problem.Error(
                "preset-ambiguous",
                $"{candidates[0].Id} and {candidates[1].Id} both extend {candidates[0].Extends} for the group {group}; keep the one that is meant",
                candidates[1].Origin);
        }
        else if (candidates.Length > 0)
        {
            chain.Add(candidates[0]);
        }
    }

    private static IEnumerable<Problem> AddCase(PresetLibrary library, List<PreferencePreset> chain, PreferencePreset own)
    {
        if (own.Extends is { } absent && library.Find(absent) is null)
        {
            yield return Problem.Error("preset-missing", $"{own.Id} extends {absent}, and there is no such preset", $"{own.Origin}, $.extends");
        }
        else if (own.Extends is { } parent && !chain.Exists(p => p.Id == parent))
        {
            yield return Problem.Error(
                "preset-diamond",
                $"{own.Id} extends {parent}, which is not on the chain {Names(chain)}: it would have two parents",
                $"{own.Origin}, $.extends");
        }
        else if (chain.Exists(p => p.Id == own.Id))
        {
            yield return Problem.Error("preset-twice", $"the preset {own.Id} is on the chain {Names(chain)} already", $"{own.Origin}, $.id");
        }
        else
        {
            chain.Add(own);
        }
    }

    private static IEnumerable<Problem> Suspicions(List<PreferencePreset> chain, string? alignerSystem)
    {
        foreach (PreferencePreset preset in chain)
        {
            if (preset.Kind == PresetKind.Comparison)
            {
                yield return Problem.Warning(
                    "preset-comparison", $"{preset.Id} is a vendor's published default, to compare with and not to plan with", preset.Origin);
            }

            if (alignerSystem is not null && preset.AlignerSystem is { } meant
                && !string.Equals(meant, alignerSystem, StringComparison.OrdinalIgnoreCase))
            {
                yield return Problem.Warning(
                    "preset-aligner-system", $"{preset.Id} is meant for {meant}, the case is planned for {alignerSystem}", preset.Origin);
            }
        }
    }

    private static string Names(List<PreferencePreset> chain) => string.Join(" → ", chain.Select(p => p.Id));
}
