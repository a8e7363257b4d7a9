using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>Types of attachments in words.</summary>
internal static class AttachmentWords
{
    /// <summary>With its article.</summary>
    public static string Of(AttachmentType type) => type switch
    {
        AttachmentType.RectangularHorizontal => "a rectangular horizontal attachment",
        AttachmentType.RectangularVertical => "a rectangular vertical attachment",
        AttachmentType.Bevelled => "a bevelled attachment",
        AttachmentType.OptimisedExtrusion => "an optimised extrusion attachment",
        AttachmentType.Rotation => "a rotation attachment",
        AttachmentType.RootControl => "a root-control attachment",
        AttachmentType.Retention => "a retention attachment",
        _ => "a bite ramp",
    };
}
