namespace Archwright.Planning.Collision;

/// <summary>How two teeth can meet.</summary>
public enum PairKind
{
    /// <summary>Teeth of one jaw.</summary>
    Neighbours,

    /// <summary>An upper and a lower tooth.</summary>
    Antagonists,
}
