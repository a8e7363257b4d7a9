namespace Archwright.Dental;

/// <summary>
/// From where on a charted tooth counts as periodontally compromised. Sources: probing and mobility clinical.md 6.3 and 6.4
/// (M, unverified): probing depth up to 4 mm, mobility grade II and more is a gate; attachment loss after the 2018
/// classification of periodontitis, stage II from 3 mm (M, unverified).
/// </summary>
public static class PeriodontalLimits
{
    /// <summary>Deepest probing depth a tooth may have, mm.</summary>
    public const double ProbingMm = 4;

    /// <summary>Attachment loss from which a tooth is compromised, mm.</summary>
    public const double AttachmentLossMm = 3;

    /// <summary>Mobility grade from which a tooth is compromised.</summary>
    public const int MobilityGrade = 2;

    /// <summary>What is compromised about a charted tooth: value, limit, unit and words; null where nothing is.</summary>
    public static (string What, double Value, double Limit, string Unit)? Compromise(ToothPeriodontium tooth)
    {
        if (tooth.DeepestMm() > ProbingMm)
            return ("probing depth", tooth.DeepestMm(), ProbingMm, "mm");
        if (tooth.AttachmentLossMm >= AttachmentLossMm)
            return ("attachment loss", tooth.AttachmentLossMm, AttachmentLossMm, "mm");
        return tooth.Mobility >= MobilityGrade ? ("mobility grade", tooth.Mobility, MobilityGrade, "1") : null;
    }
}
