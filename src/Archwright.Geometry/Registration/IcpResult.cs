namespace Archwright.Geometry;

/// <summary>Outcome of a registration.</summary>
/// <param name="TargetFromSource">The motion found.</param>
/// <param name="RmsMm">Root mean square distance of the kept points to the target surface, mm.</param>
/// <param name="KeptShare">Share of the source points used that were kept at the end.</param>
/// <param name="Iterations">Iterations done.</param>
/// <param name="HasConverged">True where it ended by tolerance, false by number of iterations or for lack of pairs.</param>
public sealed record IcpResult(
    RigidTransform TargetFromSource, double RmsMm, double KeptShare, int Iterations, bool HasConverged);
