namespace Archwright.Dental;

/// <summary>What a plan may do to teeth with restorative work, as the treating dentist wants it (PRF-09).</summary>
public sealed record RestorativePreferences
{
    /// <summary>
    /// Attachments are bonded to veneers, crowns and bridges. Bonding to ceramic needs etching or silane and can chip it when taken
    /// off; without it a tooth that needs an attachment is said to have none.
    /// </summary>
    [Choice("clinical.md 6.4 (M: crowns make bonding of attachments doubtful); which is preferred is an engineering default, no clinical source")]
    public bool AttachmentsOnCeramic { get; init; }
}
