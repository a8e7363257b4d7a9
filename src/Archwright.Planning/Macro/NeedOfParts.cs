using System.Collections.Immutable;

namespace Archwright.Planning.Macro;

/// <summary>Whole trays some parts of a tooth take when they may start after a stage.</summary>
/// <param name="tooth">The tooth.</param>
/// <param name="parts">The parts.</param>
/// <param name="from">The stage; a part whose attachment comes later waits for that.</param>
internal delegate int NeedOfParts(int tooth, ImmutableArray<int> parts, int from);
