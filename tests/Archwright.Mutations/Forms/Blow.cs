using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>One way of damage.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Do">Does it.</param>
internal sealed record Blow(string Name, Action<Mutant, SeededRandom> Do);
