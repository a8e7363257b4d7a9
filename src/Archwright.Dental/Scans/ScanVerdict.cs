namespace Archwright.Dental;

/// <summary>What is to be done with a scan or a case. In order: the worst of several is the greatest.</summary>
public enum ScanVerdict
{
    /// <summary>There is no scan to be judged: the teeth were given separately.</summary>
    NotApplicable,

    /// <summary>Good enough to plan on.</summary>
    Usable,

    /// <summary>Has capture faults, each of which the treating doctor has answered for.</summary>
    Waived,

    /// <summary>Scan again.</summary>
    Rescan,
}

/// <summary>How much a defect of a scan matters.</summary>
public enum DefectSeverity
{
    /// <summary>Worth knowing; does not stand in the way.</summary>
    Note,

    /// <summary>A capture fault: the default is a new scan (REC-07).</summary>
    Rescan,
}
