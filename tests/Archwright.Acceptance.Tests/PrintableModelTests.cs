using System.Globalization;
using System.Text.RegularExpressions;

namespace Archwright.Acceptance.Tests;

/// <summary>Stage models are closed solids in the eyes of two programs that none of us made.</summary>
public partial class PrintableModelTests
{
    [Fact]
    public void Admesh_finds_nothing_to_mend_and_PrusaSlicer_a_manifold()
    {
        string[] models = Directory.GetFiles(Path.Combine(SamplePlan.Crowded.Folder, "models"), "*.stl");
        models.Length.ShouldBeGreaterThan(4);
        foreach (string model in models)
            Mended(CommandLine.Run("admesh", model).Output).ShouldBe(0, Path.GetFileName(model));
        foreach (string model in new[] { models[0], models[^1] })
        {
            string info = CommandLine.Run("prusa-slicer", "--info", model).Output;
            info.ShouldContain("manifold = yes");
            info.ShouldContain("number_of_parts =  1");
        }
    }

    // admesh prints one "name : count" a line for each kind of defect it found and mended
    private static int Mended(string report)
    {
        string[] kinds = ["Total disconnected facets", "Edges fixed", "Facets removed", "Facets added", "Facets reversed", "Backwards edges", "Degenerate facets"];
        int sum = 0;
        foreach (string kind in kinds)
        {
            Match match = Regex.Match(report, Regex.Escape(kind) + @"\s*:\s*(\d+)", RegexOptions.None, TimeSpan.FromSeconds(1));
            match.Success.ShouldBeTrue(kind);
            sum += int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        return sum;
    }
}
