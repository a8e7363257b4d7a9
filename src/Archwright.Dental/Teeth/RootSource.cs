namespace Archwright.Dental;

/// <summary>Where a tooth's root, its apex and centre of resistance come from.</summary>
public enum RootSource
{
    /// <summary>Published mean lengths along the crown's long axis (clinical.md 5.6): an estimate.</summary>
    Template,

    /// <summary>The tooth's own mesh holds the root (segmented CBCT or model).</summary>
    Mesh,

    /// <summary>A registered CBCT volume.</summary>
    Cbct,
}
