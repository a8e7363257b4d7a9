using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Rules;

/// <summary>
/// A plan as rules see it: numbers and meshes, never the plan's own findings. Built from a plan document and its tooth
/// meshes, so that a fresh, an edited and a foreign plan are judged alike. Scan frame, mm.
/// </summary>
public sealed record PlanView
{
    /// <summary>Teeth at stage 0, upper first, from the patient's right to the left.</summary>
    public required ImmutableArray<Tooth> Teeth { get; init; }

    /// <summary>Pose of every tooth per stage; stage 0 first.</summary>
    public required ImmutableArray<ImmutableSortedDictionary<ToothId, RigidTransform>> Stages { get; init; }

    /// <summary>Clinical target: where the doctor wants the teeth, which need not be where they are staged. Empty: as staged.</summary>
    public ImmutableSortedDictionary<ToothId, RigidTransform> ClinicalTarget { get; init; } = ImmutableSortedDictionary<ToothId, RigidTransform>.Empty;

    /// <summary>What the case says of the patient.</summary>
    public PlanPatient Patient { get; init; } = new();

    /// <summary>The pattern and groups the plan says it follows: what it is held to, not what is believed; null where it does not say.</summary>
    public PlanStrategy? Strategy { get; init; }

    /// <summary>Days each stage's tray is worn.</summary>
    public required ImmutableArray<int> WearDays { get; init; }

    /// <summary>Interproximal reduction.</summary>
    public required ImmutableArray<PlanIpr> Ipr { get; init; }

    /// <summary>Auxiliaries.</summary>
    public required ImmutableArray<PlanAuxiliary> Auxiliaries { get; init; }

    /// <summary>Attachments.</summary>
    public required ImmutableArray<PlanAttachment> Attachments { get; init; }

    /// <summary>Closed mesh of each attachment at stage 0, in their order; empty where it is not there.</summary>
    public ImmutableArray<TriangleMesh> AttachmentMeshes { get; init; } = [];

    /// <summary>Staged events with their causes.</summary>
    public required ImmutableArray<PlanEvent> Events { get; init; }

    /// <summary>The preferences in force.</summary>
    public required TreatmentPreferences Preferences { get; init; }

    /// <summary>Takes scan coordinates to the occlusal frame, in which bite and curves are measured.</summary>
    public RigidTransform OcclusalFromScan { get; init; } = RigidTransform.Identity;

    /// <summary>True where antagonists stand in a plausible bite.</summary>
    public required bool HasBite { get; init; }

    /// <summary>What is missing or doubtful in the data.</summary>
    public required ImmutableArray<DataGap> Gaps { get; init; }

    /// <summary>What quality control said of the scans; null where the plan does not say.</summary>
    public PlanScanQuality? ScanQuality { get; init; }

    /// <summary>What setup and staging said they could not reach: code, message, tooth.</summary>
    public required ImmutableArray<DataGap> Shortfalls { get; init; }
}
