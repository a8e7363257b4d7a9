using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Archwright.Primitives;

namespace Archwright.Dental;

/// <summary>One preference as it is declared on its record: what help, schema, table and presets know of it.</summary>
public sealed class PreferenceOption
{
    private readonly PropertyInfo _category;
    private readonly PropertyInfo _property;
    private readonly OptionAttribute? _range;

    internal PreferenceOption(PropertyInfo category, PropertyInfo property)
    {
        PreferenceCategoryAttribute declared = category.GetCustomAttribute<PreferenceCategoryAttribute>()!;
        _category = category;
        _property = property;
        _range = property.GetCustomAttribute<OptionAttribute>();
        Category = Camel(category.Name);
        CategoryTitle = declared.Title;
        Steers = declared.Steers;
        Path = $"{Category}.{Camel(property.Name)}";
        Source = _range?.Source ?? property.GetCustomAttribute<ChoiceAttribute>()!.Source;
        Default = Get(new TreatmentPreferences());
    }

    /// <summary>Name as <c>category.option</c>, as in JSON.</summary>
    public string Path { get; }

    /// <summary>Category, as in JSON.</summary>
    public string Category { get; }

    /// <summary>Name of the category, as a doctor would say it.</summary>
    public string CategoryTitle { get; }

    /// <summary>The staging decision the category changes (PRF-06).</summary>
    public string Steers { get; }

    /// <summary>Type of the value: a number, a whole number, yes or no, words, one of a set, or an order of such.</summary>
    public Type ValueType => _property.PropertyType;

    /// <summary>Unit of a number; empty for a choice.</summary>
    public string Unit => _range?.Unit ?? "";

    /// <summary>The declared range of a number; null for a choice.</summary>
    public OptionAttribute? Range => _range;

    /// <summary>Where the default comes from.</summary>
    public string Source { get; }

    /// <summary>Value of the base preset.</summary>
    public object Default { get; }

    /// <summary>The words a choice or an order may take; empty for numbers, yes or no, and free words.</summary>
    public ImmutableArray<string> Words => WordType is { } type ? [.. Enum.GetNames(type).Select(Kebab)] : [];

    /// <summary>Id of the member in the XML documentation, whose summary describes the option.</summary>
    public string DocumentationId => $"P:{_property.DeclaringType!.FullName}.{_property.Name}";

    private Type? WordType => ValueType.IsEnum ? ValueType
        : ValueType.IsGenericType && ValueType.GenericTypeArguments[0].IsEnum ? ValueType.GenericTypeArguments[0]
        : null;

    /// <summary>The value in a set of preferences.</summary>
    public object Get(TreatmentPreferences preferences) => _property.GetValue(_category.GetValue(preferences))!;

    /// <summary>The preferences with another value for this option.</summary>
    public TreatmentPreferences With(TreatmentPreferences preferences, object value)
    {
        Preconditions.Require(ValueType.IsInstanceOfType(value), $"{Path} takes a {ValueType.Name}");
        object category = Changed(_category.GetValue(preferences)!, _property, value);
        return (TreatmentPreferences)Changed(preferences, _category, category);
    }

    /// <summary>A value as text, as it stands in JSON: numbers invariant, words in kebab case, an order with commas.</summary>
    public static string Text(object value) => value switch
    {
        bool b => b ? "true" : "false",
        string s => $"\"{s}\"",
        Enum e => Kebab(e.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable order => string.Join(", ", order.Cast<object>().Select(Text)),
        _ => value.ToString() ?? "",
    };

    /// <summary>True where two values of one option are the same, orders by their elements.</summary>
    public static bool AreEqual(object a, object b) => Text(a) == Text(b);

    /// <summary>What is wrong with a value: outside the hard range an error, outside the usual one a warning, else null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="location">Where it stands.</param>
    public Problem? Check(object value, string location)
    {
        if (_range is null)
            return HasRepeats(value) ? Problem.Error("option-repeats", $"{Path} names a step twice: {Text(value)}", location) : null;
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        string Says(string what, double limit) => string.Create(
            CultureInfo.InvariantCulture, $"{number} {Unit} is {what} {limit} {Unit} ({Source})");
        if (!(number >= _range.HardMin))
            return Problem.Error("option-range", Says("below the least allowed", _range.HardMin), location, number, _range.HardMin, Unit);
        if (!(number <= _range.HardMax))
            return Problem.Error("option-range", Says("above the greatest allowed", _range.HardMax), location, number, _range.HardMax, Unit);
        if (number < _range.SoftMin)
            return Problem.Warning("option-unusual", Says("below the usual", _range.SoftMin), location, number, _range.SoftMin, Unit);
        if (number > _range.SoftMax)
            return Problem.Warning("option-unusual", Says("above the usual", _range.SoftMax), location, number, _range.SoftMax, Unit);
        return null;
    }

    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static bool HasRepeats(object value)
    {
        if (value is string or not IEnumerable)
            return false;
        string[] words = [.. ((IEnumerable)value).Cast<object>().Select(Text)];
        return words.Distinct().Count() < words.Length;
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static object Changed(object record, PropertyInfo changed, object value)
    {
        object copy = Activator.CreateInstance(record.GetType())!;
        foreach (PropertyInfo property in record.GetType().GetProperties().Where(p => p.CanWrite))
            property.SetValue(copy, property.Name == changed.Name ? value : property.GetValue(record));
        return copy;
    }
}
