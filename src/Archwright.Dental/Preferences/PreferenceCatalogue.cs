using System.Collections.Immutable;
using System.Reflection;

namespace Archwright.Dental;

/// <summary>
/// Every preference, read once from the records that declare them (PRF-02): schema, help, docs table, range checks, presets and
/// the conformance proof all walk this list, so that none can forget one.
/// </summary>
public static class PreferenceCatalogue
{
    /// <summary>All options, category by category, in the order of their declaration.</summary>
    public static ImmutableArray<PreferenceOption> All { get; } =
    [
        .. from category in InOrder(typeof(TreatmentPreferences))
           where category.GetCustomAttribute<PreferenceCategoryAttribute>() is not null
           from option in InOrder(category.PropertyType)
           select new PreferenceOption(category, option),
    ];

    private static readonly ImmutableSortedDictionary<string, PreferenceOption> ByPath =
        All.ToImmutableSortedDictionary(o => o.Path, o => o, StringComparer.Ordinal);

    /// <summary>The option of a path, or null.</summary>
    public static PreferenceOption? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>The path nearest to a misspelt one, for a hint; null where none comes near.</summary>
    public static string? Nearest(string path) => All
        .Select(o => (o.Path, Distance: EditDistance(path.ToUpperInvariant(), o.Path.ToUpperInvariant())))
        .Where(c => c.Distance <= Math.Max(2, path.Length / 3))
        .OrderBy(c => c.Distance).ThenBy(c => c.Path, StringComparer.Ordinal)
        .Select(c => c.Path)
        .FirstOrDefault();

    private static IEnumerable<PropertyInfo> InOrder(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).OrderBy(p => p.MetadataToken);

    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
