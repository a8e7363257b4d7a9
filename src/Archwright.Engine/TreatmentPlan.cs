using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Planning.Attachments;
using Archwright.Planning.Staging;

namespace Archwright.Engine;

/// <summary>What the pipeline hands to those who write and draw: the plan and what its models are built from.</summary>
/// <param name="Measured">The measured case, occlusal frame.</param>
/// <param name="Staging">The staged poses, occlusal frame.</param>
/// <param name="Teeth">Teeth at stage 0 as they are written to files: scan frame, coordinates rounded to 32-bit floats.</param>
/// <param name="Attachments">Attachments with their stages, occlusal frame.</param>
/// <param name="AttachmentFiles">Their meshes as they are written, in the order of the plan document.</param>
/// <param name="Document">The plan, complete but for the hashes of the files beside it.</param>
public sealed record TreatmentPlan(
    MeasuredCase Measured,
    StagingResult Staging,
    ImmutableArray<SeparatedTooth> Teeth,
    AttachmentResult Attachments,
    ImmutableArray<AttachmentFile> AttachmentFiles,
    PlanDocument Document);
