using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Engine;

/// <summary>Where two sets of resolved preferences differ.</summary>
public static class PreferenceDifferences
{
    /// <summary>One row per option whose values differ, in the order of the catalogue.</summary>
    public static ImmutableArray<PreferenceDifference> Of(ResolvedPreferences a, ResolvedPreferences b) =>
    [
        .. from option in PreferenceCatalogue.All
           let left = option.Get(a.Values)
           let right = option.Get(b.Values)
           where !PreferenceOption.AreEqual(left, right)
           select new PreferenceDifference(
               option.Path,
               option.Unit,
               left,
               a.OriginOf(option.Path).Id,
               right,
               b.OriginOf(option.Path).Id),
    ];
}

/// <summary>One option that differs.</summary>
/// <param name="Option">Its path.</param>
/// <param name="Unit">Its unit; empty for a choice.</param>
/// <param name="A">Value of the first.</param>
/// <param name="FromA">The preset that set it there.</param>
/// <param name="B">Value of the second.</param>
/// <param name="FromB">The preset that set it there.</param>
public sealed record PreferenceDifference(string Option, string Unit, object A, string FromA, object B, string FromB);
