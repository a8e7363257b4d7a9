namespace Archwright.Dental;

/// <summary>Wear schedule and what is assumed of it (OVC-04, OVC-05).</summary>
public sealed record WearPreferences
{
    /// <summary>Days each tray is worn.</summary>
    [Option("days", 5, 30, "clinical.md 3.1 (14 days, S)", SoftMin = 7, SoftMax = 21)]
    public int PerTrayDays { get; init; } = 14;

    /// <summary>Hours a day the plan assumes (OVC-04).</summary>
    [Option("hours", 8, 24, "requirements.csv OVC-04: 22 hours is a clinical assumption", SoftMin = 20, SoftMax = 22)]
    public double HoursPerDay { get; init; } = 22;

    /// <summary>Hours a day of the stress test (OVC-05, CHK-04).</summary>
    [Option("hours", 4, 24, "requirements.csv OVC-05: 18–20 hours, the worse end", SoftMin = 16, SoftMax = 20)]
    public double StressHoursPerDay { get; init; } = 18;
}
