namespace Archwright.Dental;

/// <summary>The class of a tooth, on which movement limits depend.</summary>
public enum ToothClass
{
    /// <summary>FDI positions 1 and 2.</summary>
    Incisor,

    /// <summary>FDI position 3.</summary>
    Canine,

    /// <summary>FDI positions 4 and 5 (in milk teeth these are molars).</summary>
    Premolar,

    /// <summary>FDI positions 6, 7 and 8.</summary>
    Molar,
}
