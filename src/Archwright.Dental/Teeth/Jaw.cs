namespace Archwright.Dental;

/// <summary>Upper or lower jaw.</summary>
public enum Jaw
{
    /// <summary>Maxilla, quadrants 1 and 2.</summary>
    Upper,

    /// <summary>Mandible, quadrants 3 and 4.</summary>
    Lower,
}
