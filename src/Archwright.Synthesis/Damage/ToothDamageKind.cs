namespace Archwright.Synthesis;

/// <summary>What has happened to a crown.</summary>
public enum ToothDamageKind
{
    /// <summary>Ground for a crown: a short stump without cusps that narrows towards its top, with a shoulder at the gum.</summary>
    Prepared,

    /// <summary>A large part has broken off: the edge of a front tooth along a slope, one side of a back tooth with its cusps.</summary>
    Broken,

    /// <summary>A healing abutment of an implant in the tooth's place: a low post with a flat top.</summary>
    HealingAbutment,
}
