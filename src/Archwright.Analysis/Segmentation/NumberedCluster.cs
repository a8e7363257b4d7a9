namespace Archwright.Analysis;

/// <summary>A cluster, or two as one, with its place in the arch.</summary>
/// <param name="Cluster">What was found.</param>
/// <param name="Place">−8 … −1 on the side of negative x, 1 … 8 on the other.</param>
/// <param name="Margin">By how much the best numbering that gives it another place costs more.</param>
internal readonly record struct NumberedCluster(ToothCluster Cluster, int Place, double Margin);
