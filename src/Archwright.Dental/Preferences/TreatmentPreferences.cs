namespace Archwright.Dental;

/// <summary>
/// A doctor's protocol, resolved whole (PRF-01, PRF-02). Defaults are the base preset; presets that inherit from it change single
/// options. Every option is declared once, by its property.
/// </summary>
public sealed record TreatmentPreferences
{
    /// <summary>Preset id, for example <c>base</c>.</summary>
    public string Id { get; init; } = "base";

    /// <summary>Version of the preset.</summary>
    public string Version { get; init; } = "1";

    /// <summary>Aligner system the protocol is meant for; <c>any</c> where it does not matter (PRF-04).</summary>
    public string AlignerSystem { get; init; } = "any";

    /// <summary>Per-tray movement limits.</summary>
    [PreferenceCategory("Movement velocities", "micro-staging: the most a tray may ask of a tooth, and so the number of trays")]
    public VelocityPreferences Velocity { get; init; } = new();

    /// <summary>Anchorage strategies.</summary>
    [PreferenceCategory("Anchorage strategies", "macro-staging: which teeth are anchors while others move, and how far they may give way")]
    public AnchoragePreferences Anchorage { get; init; } = new();

    /// <summary>Interproximal reduction.</summary>
    [PreferenceCategory("IPR timing and caps", "IPR: how much at a contact and in which stages")]
    public IprPreferences Ipr { get; init; } = new();

    /// <summary>Posterior and anterior torque.</summary>
    [PreferenceCategory("Posterior and anterior torque", "target: curve of Wilson and incisor inclination; micro-staging: torque before final rotation")]
    public TorquePreferences Torque { get; init; } = new();

    /// <summary>Expansion limits per segment.</summary>
    [PreferenceCategory("Expansion limits", "target: how much wider each segment may become; macro-staging: expansion as an early source of space")]
    public ExpansionPreferences Expansion { get; init; } = new();

    /// <summary>Attachments and engagers.</summary>
    [PreferenceCategory("Attachments and engagers", "attachments: which movements get one, shape, size, first and last stage")]
    public AttachmentPreferences Attachments { get; init; } = new();

    /// <summary>Bite ramps and occlusal management.</summary>
    [PreferenceCategory("Bite ramps and occlusal management", "auxiliaries: ramps with their stages; checks of closure at each stage")]
    public BiteRampPreferences BiteRamps { get; init; } = new();

    /// <summary>Class II protocols.</summary>
    [PreferenceCategory("Class II protocols", "macro-staging: the named strategy of the sagittal correction")]
    public ClassTwoPreferences ClassTwo { get; init; } = new();

    /// <summary>Teeth with restorative work.</summary>
    [PreferenceCategory("Restorative work", "attachments: which teeth may carry one")]
    public RestorativePreferences Restorative { get; init; } = new();

    /// <summary>Limits of gum and bone.</summary>
    [PreferenceCategory("Periodontal limits", "records and rules: when bone must be seen, and which teeth are kept from moving or moving outwards")]
    public PeriodontalPreferences Periodontium { get; init; } = new();

    /// <summary>Overcorrection policy.</summary>
    [PreferenceCategory("Overcorrection", "programmed positions beyond the clinical target, for movements that under-express")]
    public OvercorrectionPreferences Overcorrection { get; init; } = new();

    /// <summary>Wear schedule.</summary>
    [PreferenceCategory("Wear", "weeks of treatment and the expected outcome")]
    public WearPreferences Wear { get; init; } = new();

    /// <summary>Aims of the target setup.</summary>
    [PreferenceCategory("Target setup", "target: norms, levelling, overjet and overbite")]
    public SetupPreferences Setup { get; init; } = new();

    /// <summary>Phase order, macro pattern, order within a tooth.</summary>
    [PreferenceCategory("Staging", "macro-staging: the pattern; micro-staging: the order of one tooth's movements")]
    public StagingPreferences Staging { get; init; } = new();

    /// <summary>Thresholds of the rules.</summary>
    [PreferenceCategory("Checks", "rules: from where on they speak up")]
    public CheckPreferences Checks { get; init; } = new();
}
