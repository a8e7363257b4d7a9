namespace Archwright.Formats;

/// <summary>How a reader treats defects in a mesh file.</summary>
public enum ImportMode
{
    /// <summary>Any defect is an error: for files this program has written and for fixtures.</summary>
    Strict,

    /// <summary>Defects that have one safe cure are cured, and each cure is reported by object and count: for scans.</summary>
    Repair,

    /// <summary>Read as it is as far as possible, even truncated, and report everything: for looking, never for planning.</summary>
    Inspect,
}
