using System.Globalization;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Words for expected movements; what the rules of outcome and overcorrection share.</summary>
internal static class OutcomeText
{
    /// <summary>The movement as a noun.</summary>
    public static string Name(OutcomeComponent component) => component switch
    {
        OutcomeComponent.Mesiodistal => "crown along the arch",
        OutcomeComponent.Tip => "tip",
        OutcomeComponent.Faciolingual => "crown across the arch",
        OutcomeComponent.Torque => "torque",
        OutcomeComponent.Vertical => "vertical movement",
        _ => "rotation",
    };

    /// <summary>An amount with its unit.</summary>
    public static string Amount(double value, string unit) => unit == "mm"
        ? value.ToString("0.0#", CultureInfo.InvariantCulture) + " mm"
        : value.ToString("0.0", CultureInfo.InvariantCulture) + "°";

    /// <summary>The 80 % interval.</summary>
    public static string Range(ExpectedMovement m)
    {
        string form = m.Unit == "mm" ? "0.0#" : "0.0";
        (double low, double high) = m.Clinical < 0 ? (m.High, m.Low) : (m.Low, m.High);
        return $"80 % of patients {low.ToString(form, CultureInfo.InvariantCulture)} to {high.ToString(form, CultureInfo.InvariantCulture)}";
    }
}
