using System.Globalization;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>Words and measures of expected movements, for rules and letters alike.</summary>
public static class OutcomeText
{
    /// <summary>How much of the clinical movement is expected to lack, in the movement's unit; negative where it overshoots.</summary>
    public static double Shortfall(ExpectedMovement m) => Math.Sign(m.Clinical) * (m.Clinical - m.Expected);

    /// <summary>Residual a refinement is made for, in the movement's unit.</summary>
    public static double Tolerance(ExpectedMovement m) => m.Unit == "mm" ? ExpectedOutcome.ToleranceMm : ExpectedOutcome.ToleranceDeg;

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
