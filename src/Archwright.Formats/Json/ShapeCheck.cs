using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Archwright.Formats;

/// <summary>
/// Finds a null inside a collection or a missing list in a deserialised record. The serialiser refuses nulls in properties, but
/// not as elements of lists and maps.
/// </summary>
internal static class ShapeCheck
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PropertiesOf = new();

    /// <summary>Path of the first null that no annotation allows, or null where there is none.</summary>
    public static string? FindNull(object value)
    {
        Type type = value.GetType();
        if (IsLeaf(type))
            return null;
        if (IsImmutableArray(type))
            return FindInList(value);
        if (value is IDictionary map)
            return FindInMap(map);
        foreach (PropertyInfo property in PropertiesOf.GetOrAdd(type, Readable))
        {
            if (property.GetValue(value) is { } inner && FindNull(inner) is { } path)
                return $".{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}{path}";
        }

        return null;
    }

    private static string? FindInList(object list)
    {
        if ((bool)list.GetType().GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list)!)
            return "";
        int index = 0;
        foreach (object? item in (IEnumerable)list)
        {
            if (item is null)
                return $"[{index}]";
            if (FindNull(item) is { } path)
                return $"[{index}]{path}";
            index++;
        }

        return null;
    }

    private static string? FindInMap(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Value is null)
                return $".{entry.Key}";
            if (FindNull(entry.Value) is { } path)
                return $".{entry.Key}{path}";
        }

        return null;
    }

    private static PropertyInfo[] Readable(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanWrite)];

    // arrays hold plain numbers only (labels): millions of them need no walk
    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.IsArray || type == typeof(string) || type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private static bool IsImmutableArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
}
