namespace Archwright.Dental;

/// <summary>Attachments and engagers: which movements get one, of which size, and when (ATT-01 … ATT-14).</summary>
public sealed record AttachmentPreferences
{
    private const string Engineering = "engineering default, no clinical source";

    /// <summary>Attachments are planned; false plans none, and every movement that demands one becomes a finding (ATT-03).</summary>
    [Choice(Engineering)]
    public bool Use { get; init; } = true;

    /// <summary>Earliest stage with an attachment; a movement that needs one does not start before it.</summary>
    [Option("stage", 1, 20, Engineering + "; clinical.md 3.2: some delay them to stage 3", SoftMax = 3)]
    public int EarliestStage { get; init; } = 1;

    /// <summary>Rotation of a canine or premolar from which on it gets an attachment (VEL-10, ATT-06).</summary>
    [Option("deg", 0, 45, Engineering, SoftMax = 10)]
    public double RotationFromDeg { get; init; } = 5;

    /// <summary>Extrusion from which on a tooth gets an attachment (ATT-07).</summary>
    [Option("mm", 0, 5, Engineering, SoftMax = 1)]
    public double ExtrusionFromMm { get; init; } = 0.5;

    /// <summary>Intrusion from which on the neighbouring posterior teeth get a retention attachment.</summary>
    [Option("mm", 0, 5, Engineering, SoftMax = 1)]
    public double IntrusionFromMm { get; init; } = 0.75;

    /// <summary>Root uprighting from which on a tooth gets an attachment, and torque from which on an incisor gets a power ridge (VEL-13, ATT-08).</summary>
    [Option("deg", 0, 45, Engineering, SoftMax = 8)]
    public double RootMovementFromDeg { get; init; } = 5;

    /// <summary>Torque of another tooth than an incisor from which on it gets an attachment.</summary>
    [Option("deg", 0, 45, Engineering + "; 10° is where a study of torque begins (clinical.md 1.1, Simon 2014)", SoftMax = 15)]
    public double TorqueFromDeg { get; init; } = 10;

    /// <summary>Bodily translation along the arch from which on a tooth gets an attachment (VEL-14).</summary>
    [Option("mm", 0, 5, Engineering, SoftMax = 1.5)]
    public double BodilyFromMm { get; init; } = 1;

    /// <summary>Bodily translation across the arch (expansion, constriction) from which on a tooth gets an attachment (VEL-14).</summary>
    [Option("mm", 0, 5, Engineering + "; expansion over 2 mm (clinical.md 3.3, D)", SoftMax = 2)]
    public double BodilyAcrossFromMm { get; init; } = 2;

    /// <summary>Orientation of the rectangular attachment of a round-rooted tooth that rotates (ATT-06).</summary>
    [Choice("requirements.csv ATT-06 (user's rule, for clinical review); dissent: clinical.md 3.2")]
    public AttachmentOrientation RotationOrientation { get; init; } = AttachmentOrientation.Horizontal;

    /// <summary>Extrusion also puts retention attachments on both neighbours, as anchorage (ATT-07).</summary>
    [Choice("requirements.csv ATT-07")]
    public bool AnchorNeighbours { get; init; } = true;

    /// <summary>Length of a rectangular attachment.</summary>
    [Option("mm", 1, 6, Engineering + ": 3 mm is usual", SoftMin = 2, SoftMax = 5)]
    public double LengthMm { get; init; } = 3;

    /// <summary>Width of a rectangular attachment.</summary>
    [Option("mm", 0.5, 4, Engineering + ": 2 mm is usual", SoftMin = 1, SoftMax = 2.5)]
    public double WidthMm { get; init; } = 1.5;

    /// <summary>How far an attachment stands out of the crown.</summary>
    [Option("mm", 0.25, 2, Engineering + ": 1 mm is usual", SoftMin = 0.5, SoftMax = 1.25)]
    public double DepthMm { get; init; } = 1;

    /// <summary>Enamel left free between an attachment and the gingival margin, the incisal edge and the contacts.</summary>
    [Option("mm", 0, 2, Engineering, SoftMin = 0.5)]
    public double MarginMm { get; init; } = 0.5;

    /// <summary>Clinical crown height below which a crown carries no attachment (ATT-09).</summary>
    [Option("mm", 1, 10, Engineering + ": width of an attachment and its margins, with some enamel left", SoftMin = 3)]
    public double CrownHeightMinMm { get; init; } = 4;

    /// <summary>Greatest rotation an optimised (short) rotation attachment is designed for (ATT-10).</summary>
    [Option("deg", 1, 60, Engineering + "; beyond 15° expression falls by more than a third (clinical.md 1.1, Kravitz 2009)", SoftMax = 20)]
    public double RotationEnvelopeDeg { get; init; } = 15;

    /// <summary>Greatest extrusion an optimised extrusion attachment is designed for (ATT-10).</summary>
    [Option("mm", 0.1, 6, Engineering + "; beyond 2.5 mm auxiliaries are usual (clinical.md 6, M, unverified)", SoftMax = 2.5)]
    public double ExtrusionEnvelopeMm { get; init; } = 2.5;

    /// <summary>Greatest root movement a root-control attachment is designed for (ATT-10).</summary>
    [Option("deg", 1, 45, Engineering, SoftMax = 15)]
    public double RootEnvelopeDeg { get; init; } = 10;
}

/// <summary>How a rectangular attachment lies on the crown.</summary>
public enum AttachmentOrientation
{
    /// <summary>Long side along the arch.</summary>
    Horizontal,

    /// <summary>Long side along the tooth.</summary>
    Vertical,
}
