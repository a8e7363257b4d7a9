namespace Archwright.Planning.Outcome;

/// <summary>An attachment or auxiliary as the model of expression sees it: that it is there.</summary>
/// <param name="Fdi">FDI number.</param>
/// <param name="From">First stage with it.</param>
/// <param name="To">Last stage with it.</param>
public readonly record struct ToothSupport(int Fdi, int From, int To);
