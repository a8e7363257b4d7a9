using Archwright.Analysis;
using Archwright.Analysis.Tests.Segmentation;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>rotate-eval FOLDER [FROM COUNT]</c>: jaw and orientation of the real arches under random turns (turns FROM … FROM + COUNT − 1 of each arch);
/// with COUNT 0 instead: what becomes of mirrored arches, with their faces as they are and turned.
/// </summary>
internal static class RotationEvaluation
{
    public static void Run(ReadOnlySpan<string> args)
    {
        int from = args.Length > 1 ? int.Parse(args[1]) : 0;
        int count = args.Length > 2 ? int.Parse(args[2]) : 50;
        var context = new RunContext(1);
        int right = 0;
        int all = 0;
        foreach (LabelledMesh arch in RealScans.All(args[0]))
        {
            Jaw jaw = arch.IsUpper ? Jaw.Upper : Jaw.Lower;
            for (int turn = from; turn < from + count; turn++)
            {
                string? fault = ReferencePose.Fault(
                    arch.Mesh.Transformed(ReferencePose.RandomTurn(new SeededRandom((ulong)turn))), arch.Labels, jaw, context);
                all++;
                right += fault is null ? 1 : 0;
                if (fault is not null)
                    Console.WriteLine($"{arch.Name} turn {turn}: {fault}");
            }

            if (count > 0)
                continue;
            TriangleMesh mirrored = arch.Mesh.WithVertices([.. arch.Mesh.Vertices.ToArray().Select(v => v with { X = -v.X })]);
            Result<SegmentedArch> asIs = ArchSegmentation.Run(mirrored, null, context);
            Result<SegmentedArch> flipped = ArchSegmentation.Run(mirrored.Flipped(), null, context);
            Console.WriteLine($"{arch.Name}: mirrored {Said(asIs)}; with its faces turned {Said(flipped)}");
        }

        if (all > 0)
            Console.WriteLine($"jaw and orientation right in {right} of {all}");
    }

    private static string Said(Result<SegmentedArch> result) => result.Value is { } arch
        ? $"passes as {arch.Jaw} with {arch.Doubts.Length} doubts"
        : result.Problems[0].Code;
}
