namespace Archwright.Dental;

/// <summary>Thresholds of the rules that are not limits of planning: from where on a rule speaks up.</summary>
public sealed record CheckPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Depth two teeth may reach into each other beyond what they had at the start or IPR has freed (CHK-02).</summary>
    [Option("mm", 0, 0.2, "issue 2, must show: max(initial overlap, IPR done) + 0.05 mm", SoftMax = 0.05)]
    public double CollisionMm { get; init; } = 0.05;

    /// <summary>Biological rate that tray limit × trays a month may not exceed (VEL-01).</summary>
    [Option("mm/month", 0.1, 3, "requirements.csv VEL-01: about 1 mm a month", SoftMax = 1)]
    public double MonthlyRateMm { get; init; } = 1.0;

    /// <summary>Way a tooth may go back over its own path.</summary>
    [Option("mm", 0.01, 2, Engineering + ": below 0.2 mm a scan cannot tell (clinical.md 6.1)", SoftMax = 0.5)]
    public double RoundTripMm { get; init; } = 0.2;

    /// <summary>Angle a tooth may turn back.</summary>
    [Option("deg", 0.1, 10, Engineering + ": the clinically relevant angle (clinical.md 1.1, Grünheid 2017)", SoftMax = 5)]
    public double RoundTripDeg { get; init; } = 2;

    /// <summary>Enamel removed at a contact that no stage uses, from which on it is a finding (IPR-05).</summary>
    [Option("mm", 0, 0.5, Engineering + ": one step of the usual 0.1 mm strips", SoftMax = 0.1)]
    public double IprUnusedMm { get; init; } = 0.1;

    /// <summary>Trays a contact between front teeth may stand open after its IPR (IPR-06).</summary>
    [Option("trays", 0, 60, Engineering + ": three months of trays of two weeks", SoftMax = 12)]
    public int IprOpenTrays { get; init; } = 6;

    /// <summary>Space an arch may lack at the end of the plan, over all contacts between its first molars (IPR-10).</summary>
    [Option("mm", 0.5, 10, Engineering + ": contact points of touching crowns stand some 0.1 mm past each other", SoftMax = 4)]
    public double SpaceLackingMm { get; init; } = 3;

    /// <summary>Extrusion of a premolar or molar up to which no auxiliary is asked for (VEL-12).</summary>
    [Option("mm", 0, 1, Engineering + ": below 0.2 mm a scan cannot tell (clinical.md 6.1)", SoftMax = 0.25)]
    public double PosteriorExtrusionFreeMm { get; init; } = 0.2;

    /// <summary>Expansion between a pair of teeth above which a CBCT is required (REC-14).</summary>
    [Option("mm", 0, 8, "requirements.csv REC-14", SoftMax = 2)]
    public double ExpansionWithoutCbctMm { get; init; } = 2;

    /// <summary>Change of torque, or root movement mesiodistally, above which a CBCT is required (REC-14).</summary>
    [Option("deg", 0, 45, "requirements.csv REC-14 says significant; 10° after clinical.md 1.1 (Simon 2014)", SoftMax = 10)]
    public double RootMovementWithoutCbctDeg { get; init; } = 10;

    /// <summary>Distance of two neighbours' apices as a share of their crowns' distance, below which roots converge (OCC-06).</summary>
    [Option("1", 0, 1.5, Engineering, SoftMin = 0.4, SoftMax = 0.8)]
    public double ApexDistanceShareMin { get; init; } = 0.6;

    /// <summary>Distance of two neighbours' roots below which hardly bone stands between them (OCC-06).</summary>
    [Option("mm", 0, 4, "root proximity from 1.0 mm down: review in Front Dent; Vermylen 2005, doi 10.1111/j.1600-051X.2005.00667.x", SoftMin = 0.5, SoftMax = 2)]
    public double RootDistanceMm { get; init; } = 1;

    /// <summary>Displacement of an apex from which on root resorption is spoken of (OCC-06).</summary>
    [Option("mm", 0.5, 15, Engineering, SoftMax = 4)]
    public double ApexPathMm { get; init; } = 3;

    /// <summary>Share of its limit from which a component counts as a movement of that tray (STG-05).</summary>
    [Option("1", 0.01, 1, Engineering)]
    public double BusyShare { get; init; } = 0.05;

    /// <summary>Share of the trays from which a plan has no order of phases left (STG-05).</summary>
    [Option("1", 0.1, 1, Engineering + ": an even split asks it of all trays, a phased plan of fewer", SoftMin = 0.5)]
    public double CrowdedTraysShare { get; init; } = 0.75;

    /// <summary>Depth of an upper in a lower tooth on the scan from which no bite is plausible (REC-03).</summary>
    [Option("mm", 0.1, 5, Engineering + ": a good bite scan stays under 0.3 mm (clinical.md 6.1, D)", SoftMax = 1)]
    public double BitePenetrationMm { get; init; } = 1;

    /// <summary>Share of the teeth and of the kinds of movement that counts as most (STG-05).</summary>
    [Option("1", 0.1, 1, Engineering + ": more than half", SoftMin = 0.5)]
    public double MostShare { get; init; } = 0.5;

    /// <summary>Age of the scans, when a case is handed in, above which they are taken again (REC-07).</summary>
    [Option("day", 1, 1000, Engineering + ": three months (clinical.md 6.1, D)", SoftMax = 180)]
    public double ScanAgeDays { get; init; } = 90;

    /// <summary>Planned change of overjet, overbite or canine relation above which a plan affects the bite (CLN-04).</summary>
    [Option("mm", 0, 10, Engineering + ": twice what counts as reached", SoftMax = 2)]
    public double BiteChangeMm { get; init; } = 1;
}
