using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Closure;

/// <summary>The lower jaw at its first touch.</summary>
/// <param name="Jaw">Takes points of the lower jaw as scanned to where they are.</param>
/// <param name="Contacts">Teeth that meet, in order along the arches.</param>
public sealed record ClosedJaw(RigidTransform Jaw, ImmutableArray<PlanBiteContact> Contacts);
