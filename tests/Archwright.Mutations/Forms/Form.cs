using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>A family of damages, one row of the table.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Weight">How often it is drawn.</param>
/// <param name="Bases">Names of the base cases it is drawn on.</param>
/// <param name="Blows">The damages; one to three are done to a mutant.</param>
/// <param name="EditsShapes">True where it edits shapes rather than files.</param>
internal sealed record Form(string Name, int Weight, string[] Bases, Blow[] Blows, bool EditsShapes = false)
{
    private static readonly string[] Scans = ["front", "front", "front", "upper", "upper", "upper", "upper", "whole"];
    private static readonly string[] Small = ["front", "upper", "upper", "upper", "upper"];
    private static readonly string[] Any = ["front", "upper", "upper", "upper", "teeth"];

    /// <summary>All families.</summary>
    public static IReadOnlyList<Form> All { get; } =
    [
        new("scan bytes", 5, Small, ScanBytes.Bytes),
        new("scan numbers and counts", 4, Small, ScanBytes.Numbers),
        new("scan unit, size, mirror", 3, Scans, ScanShape.Units, EditsShapes: true),
        new("scan is something else", 2, Small, ScanShape.Others, EditsShapes: true),
        new("scan surface defects", 5, Small, ScanSurface.Blows, EditsShapes: true),
        new("label bytes", 2, Small, LabelDamage.Bytes),
        new("label document", 4, Small, LabelDamage.Document),
        new("label places", 5, Small, LabelPlaces.Blows, EditsShapes: true),
        new("case.json bytes", 3, Small, CaseDamage.Bytes),
        new("case.json document", 4, Small, CaseDamage.Document),
        new("case.json values", 2, Small, CaseDamage.Values),
        new("preferences", 3, Small, CaseDamage.PreferenceBlows),
        new("folder shape", 4, Any, FolderDamage.Blows),
        new("teeth out of place", 6, Scans, ToothPlaces.Blows, EditsShapes: true),
        new("separated teeth", 3, ["teeth"], SeparatedDamage.Blows, EditsShapes: true),
        new("plan.json bytes", 4, ["plan"], PlanDamage.Bytes),
        new("plan.json document", 5, ["plan"], PlanDamage.Document),
        new("plan folder", 2, ["plan"], PlanDamage.Files),
        new("arguments", 2, Any, Usage.Blows),
        new("cancelled", 1, Small, Usage.Cancelled),
    ];

    /// <summary>The form of mutant <paramref name="index"/>: each as often as its weight in every round.</summary>
    public static Form Of(int index)
    {
        int at = index % All.Sum(f => f.Weight);
        foreach (Form form in All)
        {
            if (at < form.Weight)
                return form;
            at -= form.Weight;
        }

        throw new InvalidOperationException("the weights were counted");
    }

    /// <summary>Applies one blow, seldom two or three of them.</summary>
    public void Apply(Mutant mutant, SeededRandom random)
    {
        int blows = random.Next(4) == 0 ? 2 + random.Next(2) : 1;
        for (int i = 0; i < blows; i++)
        {
            Blow blow = Blows[random.Next(Blows.Length)];
            mutant.Note(blow.Name);
            blow.Do(mutant, random);
        }
    }
}
