using System.Collections.Immutable;

namespace Archwright.Dental;

/// <summary>
/// The design record of one stage's trays (STG-10): what they move, what they hold on to, what is done before they are worn. The
/// shape itself follows from the stage's poses.
/// </summary>
public sealed record StageDesign
{
    /// <summary>FDI numbers of the teeth these trays move.</summary>
    public required ImmutableArray<int> Moves { get; init; }

    /// <summary>Meshes of the attachments the trays fit over, as in the plan's attachments.</summary>
    public required ImmutableArray<string> Attachments { get; init; }

    /// <summary>Meshes of those that are bonded before these trays and were not worn in the stage before.</summary>
    public required ImmutableArray<string> Bonded { get; init; }

    /// <summary>Auxiliaries worn with the trays: kind and FDI number.</summary>
    public required ImmutableArray<string> Auxiliaries { get; init; }

    /// <summary>Contacts at which enamel is reduced before these trays are worn: pairs of FDI numbers.</summary>
    public required ImmutableArray<ImmutableArray<int>> Ipr { get; init; }

    /// <summary>The record of a stage of a plan; linear in its entries.</summary>
    /// <param name="stage">The stage, from 1.</param>
    /// <param name="poses">Poses of the stage.</param>
    /// <param name="before">Poses of the stage before.</param>
    /// <param name="ipr">The plan's reductions.</param>
    /// <param name="attachments">The plan's attachments.</param>
    /// <param name="auxiliaries">The plan's auxiliaries.</param>
    public static StageDesign Of(
        int stage,
        ImmutableSortedDictionary<int, Pose> poses,
        ImmutableSortedDictionary<int, Pose> before,
        ImmutableArray<PlanIpr> ipr,
        ImmutableArray<PlanAttachment> attachments,
        ImmutableArray<PlanAuxiliary> auxiliaries)
    {
        ImmutableArray<PlanAttachment> worn = [.. attachments.Where(a => a.On <= stage && stage <= a.Off)];
        return new StageDesign
        {
            Moves = [.. poses.Where(p => !IsSame(p.Value, before[p.Key])).Select(p => p.Key)],
            Attachments = [.. worn.Select(a => a.Mesh)],
            Bonded = [.. worn.Where(a => a.On == stage).Select(a => a.Mesh)],
            Auxiliaries = [.. auxiliaries.Where(a => a.From <= stage && stage <= a.To).Select(a => $"{a.Type} {a.Fdi}")],
            Ipr = [.. ipr.Where(i => i.Stage == stage).Select(i => i.Between)],
        };
    }

    /// <summary>True where two poses are the same, number by number.</summary>
    public static bool IsSame(Pose a, Pose b) => a.Q.SequenceEqual(b.Q) && a.T.SequenceEqual(b.T);
}
