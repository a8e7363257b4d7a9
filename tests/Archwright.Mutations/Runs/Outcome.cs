namespace Archwright.Mutations.Runs;

/// <summary>What became of one mutant.</summary>
/// <param name="Index">Its number: everything about it follows from this and the seed.</param>
/// <param name="Form">Family of damage.</param>
/// <param name="What">Base case and damages.</param>
/// <param name="Exit">Exit code; −1 where the program threw, −2 where its process died.</param>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="IsSlow">True where it took two seconds more than a clean run.</param>
/// <param name="Failures">What should not have happened; empty where all is well.</param>
internal sealed record Outcome(int Index, string Form, string What, int Exit, double CpuSeconds, bool IsSlow, string[] Failures);
