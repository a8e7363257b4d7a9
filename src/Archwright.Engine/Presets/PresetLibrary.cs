using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Engine;

/// <summary>The presets at hand, by id, and the chains they form (PRF-01, PRF-10).</summary>
public sealed class PresetLibrary
{
    private readonly ImmutableSortedDictionary<string, PreferencePreset> _byId;

    private PresetLibrary(ImmutableSortedDictionary<string, PreferencePreset> byId) => _byId = byId;

    /// <summary>All presets, in order of id.</summary>
    public IEnumerable<PreferencePreset> All => _byId.Values;

    /// <summary>A library; two presets of one id are an error, since either could be meant.</summary>
    public static Result<PresetLibrary> Of(IEnumerable<PreferencePreset> presets)
    {
        var byId = new SortedDictionary<string, PreferencePreset>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (PreferencePreset preset in presets)
        {
            if (!byId.TryAdd(preset.Id, preset))
            {
                problems.Add(Problem.Error(
                    "preset-twice", $"the preset {preset.Id} is given by {byId[preset.Id].Origin} too", $"{preset.Origin}, $.id"));
            }
        }

        return problems.Count == 0
            ? Result<PresetLibrary>.Ok(new PresetLibrary(byId.ToImmutableSortedDictionary(StringComparer.Ordinal)))
            : Result<PresetLibrary>.Fail(problems.ToImmutable());
    }

    /// <summary>The preset of an id, or null.</summary>
    public PreferencePreset? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// A preset with all it extends, the base first. An absent parent, a circle, or a parent of a later kind (a doctor's
    /// extended by a practice's) is an error at the preset that names it.
    /// </summary>
    public Result<IReadOnlyList<PreferencePreset>> ChainOf(PreferencePreset preset)
    {
        var chain = new List<PreferencePreset> { preset };
        while (chain[^1].Extends is { } parentId)
        {
            PreferencePreset child = chain[^1];
            string location = $"{child.Origin}, $.extends";
            Problem? problem = Find(parentId) is not { } parent
                ? Problem.Error("preset-missing", $"{child.Id} extends {parentId}, and there is no such preset{Near(parentId)}", location)
                : chain.Exists(p => p.Id == parentId)
                ? Problem.Error("preset-circle", $"{child.Id} extends {parentId}, which extends {child.Id} in turn", location)
                : parent.Kind > child.Kind
                ? Problem.Error("preset-order", $"{child.Id} ({child.Kind}) extends {parentId} ({parent.Kind}); the order is base, protocol, practice, doctor, patient group, case", location)
                : null;
            if (problem is not null)
                return Result<IReadOnlyList<PreferencePreset>>.Fail(problem);
            chain.Add(Find(parentId)!);
        }

        chain.Reverse();
        return Result<IReadOnlyList<PreferencePreset>>.Ok(chain);
    }

    private string Near(string id)
    {
        string? near = _byId.Keys.FirstOrDefault(k =>
            k.StartsWith(id, StringComparison.OrdinalIgnoreCase) || id.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        return near is null ? $"; there are {string.Join(", ", _byId.Keys)}" : $"; {near} is near";
    }
}
