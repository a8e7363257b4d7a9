namespace Archwright.Analysis;

/// <summary>What speaks most against a found tooth, in the order of <see cref="ToothRisk"/>'s evidence.</summary>
internal enum RiskCause
{
    /// <summary>Another number fits nearly as well.</summary>
    Number,

    /// <summary>Its border runs neither in a crease nor where the classifier changes its mind.</summary>
    Border,

    /// <summary>Its crown is larger than its number's: two teeth, or gum, may be in it.</summary>
    Large,

    /// <summary>Its crown is smaller than its number's.</summary>
    Small,
}
