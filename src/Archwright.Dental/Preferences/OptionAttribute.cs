namespace Archwright.Dental;

/// <summary>
/// Declares a preference once: schema, help, docs table and range check derive from it. The property's initialiser is the
/// default, its XML summary the description.
/// </summary>
/// <param name="unit">Unit of the value: mm, deg, mm/tray, deg/tray, stage, days, 1.</param>
/// <param name="hardMin">Values below are refused.</param>
/// <param name="hardMax">Values above are refused.</param>
/// <param name="source">Paper or document, or "engineering default, no clinical source".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string unit, double hardMin, double hardMax, string source) : Attribute
{
    /// <summary>Unit of the value.</summary>
    public string Unit { get; } = unit;

    /// <summary>Values below are refused.</summary>
    public double HardMin { get; } = hardMin;

    /// <summary>Values above are refused.</summary>
    public double HardMax { get; } = hardMax;

    /// <summary>Values below are unusual and said so; NaN where there is no soft limit.</summary>
    public double SoftMin { get; init; } = double.NaN;

    /// <summary>Values above are unusual and said so; NaN where there is no soft limit.</summary>
    public double SoftMax { get; init; } = double.NaN;

    /// <summary>Where the default comes from.</summary>
    public string Source { get; } = source;
}

/// <summary>
/// Declares a preference that is not a number (yes or no, one of a set, an order): where its default comes from. Its values
/// follow from its type; schema, help and docs table derive from it as from <see cref="OptionAttribute"/>.
/// </summary>
/// <param name="source">Paper or document, or "engineering default, no clinical source".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceAttribute(string source) : Attribute
{
    /// <summary>Where the default comes from.</summary>
    public string Source { get; } = source;
}

/// <summary>Says of a category of preferences which staging decision it changes (PRF-06).</summary>
/// <param name="title">Name of the category, as a doctor would say it.</param>
/// <param name="steers">What planning does with it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PreferenceCategoryAttribute(string title, string steers) : Attribute
{
    /// <summary>Name of the category, as a doctor would say it.</summary>
    public string Title { get; } = title;

    /// <summary>What planning does with it.</summary>
    public string Steers { get; } = steers;
}
