using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Engine;

/// <summary>
/// How many attachments a person has changed from one version of a plan to another (ATT-14): presets are worth what they save of
/// these. Counted on the plans themselves, by tooth, surface and type; place within a tenth of a millimetre.
/// </summary>
/// <param name="Added">Attachments the later version has and the earlier has not.</param>
/// <param name="Removed">Attachments the earlier version had and the later has not.</param>
/// <param name="Changed">Attachments with another size, place, first or last stage.</param>
public sealed record AttachmentEdits(int Added, int Removed, int Changed)
{
    private const double SamePlaceMm = 0.1;

    /// <summary>All edits.</summary>
    public int Count => Added + Removed + Changed;

    /// <summary>Edits from an earlier version to a later one.</summary>
    public static AttachmentEdits Between(IEnumerable<PlanAttachment> earlier, IEnumerable<PlanAttachment> later)
    {
        ILookup<(int, ToothSurface, AttachmentType), PlanAttachment> before = earlier.ToLookup(Key);
        ILookup<(int, ToothSurface, AttachmentType), PlanAttachment> after = later.ToLookup(Key);
        int added = 0, removed = 0, changed = 0;
        foreach ((int, ToothSurface, AttachmentType) key in before.Select(g => g.Key).Union(after.Select(g => g.Key)))
        {
            var left = before[key].Where(a => !after[key].Any(b => IsSame(a, b))).ToImmutableArray();
            var made = after[key].Where(b => !before[key].Any(a => IsSame(a, b))).ToImmutableArray();
            changed += Math.Min(left.Length, made.Length);
            removed += Math.Max(0, left.Length - made.Length);
            added += Math.Max(0, made.Length - left.Length);
        }

        return new AttachmentEdits(added, removed, changed);
    }

    private static (int Fdi, ToothSurface Surface, AttachmentType Type) Key(PlanAttachment a) => (a.Fdi, a.Surface, a.Type);

    private static bool IsSame(PlanAttachment a, PlanAttachment b) =>
        (a.On, a.Off) == (b.On, b.Off) && a.Size.SequenceEqual(b.Size)
        && a.Position.Zip(b.Position, (x, y) => (x - y) * (x - y)).Sum() <= SamePlaceMm * SamePlaceMm;
}
