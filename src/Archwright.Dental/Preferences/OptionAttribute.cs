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
