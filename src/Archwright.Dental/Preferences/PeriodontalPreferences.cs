namespace Archwright.Dental;

/// <summary>From where on gum and bone of a charted tooth ask for a cone-beam volume, are warned of, or bound its way towards lip and cheek.</summary>
public sealed record PeriodontalPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    private const string Inclination = "clinical.md 6.2: 0.2 mm of recession per degree of labial inclination (PMC7321713, 45 patients, S); the limit is an " + Engineering;

    /// <summary>Deepest probing depth a tooth may have: beyond it a CBCT is required, and moving the tooth is warned of (REC-14, CLN-01).</summary>
    [Option("mm", 1, 12, "clinical.md 6.3 (M, unverified): probing depth up to 4 mm; from 5 mm on it is treated first", SoftMin = 3, SoftMax = 6)]
    public double ProbingMm { get; init; } = 4;

    /// <summary>Loss of clinical attachment from which a tooth is periodontally compromised and a CBCT is required (REC-14).</summary>
    [Option("mm", 0.5, 15, "2018 classification of periodontitis, stage II from 3 mm (M, unverified)", SoftMin = 1, SoftMax = 5)]
    public double AttachmentLossMm { get; init; } = 3;

    /// <summary>Mobility grade by Miller from which a CBCT is required, and moving the tooth or anchoring on it is warned of (REC-14, CLN-01).</summary>
    [Option("1", 1, 3, "clinical.md 6.4 (M, unverified): mobility grade II and more is a gate", SoftMax = 2)]
    public int MobilityGrade { get; init; } = 2;

    /// <summary>Facial recession from which a tooth is kept from moving towards lip or cheek (CLN-01).</summary>
    [Option("mm", 0.5, 10, Engineering, SoftMax = 2)]
    public double RecessionMm { get; init; } = 1;

    /// <summary>Facial inclination of a tooth with such a recession, from where it stands at the start (CLN-01).</summary>
    [Option("deg", 0, 30, Inclination, SoftMax = 5)]
    public double RecededInclinationDeg { get; init; } = 2.5;

    /// <summary>Facial movement of the crown of a tooth with such a recession (CLN-01).</summary>
    [Option("mm", 0, 5, Engineering, SoftMax = 1)]
    public double RecededCrownMm { get; init; } = 0.5;

    /// <summary>Facial inclination of a tooth recorded as thin biotype, from where it stands at the start (CLN-02).</summary>
    [Option("deg", 0, 30, Inclination, SoftMax = 5)]
    public double ThinInclinationDeg { get; init; } = 2.5;

    /// <summary>Facial movement of the root of a tooth recorded as thin biotype (CLN-02).</summary>
    [Option("mm", 0, 5, Engineering, SoftMax = 1)]
    public double ThinRootMm { get; init; } = 0.5;

    /// <summary>What is compromised about a charted tooth: value, limit, unit and words; null where nothing is.</summary>
    public (string What, double Value, double Limit, string Unit)? Compromise(ToothPeriodontium tooth)
    {
        if (tooth.DeepestMm() > ProbingMm)
            return ("probing depth", tooth.DeepestMm(), ProbingMm, "mm");
        if (tooth.AttachmentLossMm >= AttachmentLossMm)
            return ("attachment loss", tooth.AttachmentLossMm, AttachmentLossMm, "mm");
        return tooth.Mobility >= MobilityGrade ? ("mobility grade", tooth.Mobility, MobilityGrade, "1") : null;
    }
}
