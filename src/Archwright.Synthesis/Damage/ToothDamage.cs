using Archwright.Dental;

namespace Archwright.Synthesis;

/// <summary>A tooth whose crown is not sound.</summary>
/// <param name="Tooth">The tooth; it stands where the sound one would.</param>
/// <param name="Kind">What has happened to it.</param>
public readonly record struct ToothDamage(ToothId Tooth, ToothDamageKind Kind);
