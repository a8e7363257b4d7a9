using System.Text.RegularExpressions;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Formats.Tests.Cases;

public class RealCaseTests
{
    public static TheoryData<string> Cases => [.. RealData.CaseIds.DefaultIfEmpty("absent")];

    [RealDataTheory]
    [MemberData(nameof(Cases))]
    public void Every_case_loads_with_the_counts_of_its_readme(string id)
    {
        Result<CaseInput> read = CaseFolder.Load(RealData.Case(id), ImportMode.Repair);
        CaseInput input = read.Require();
        string readme = File.ReadAllText(Path.Combine(RealData.Case(id), "README.md"));

        input.HasDescription.ShouldBeFalse();
        foreach (ArchScan scan in new[] { input.Upper, input.Lower }.OfType<ArchScan>())
        {
            string name = scan.Jaw == Jaw.Upper ? "upper" : "lower";
            Match counts = Regex.Match(
                readme, $@"`{name}\.ply`: (\d+) vertices, (\d+) triangles.*\n\s*- teeth \(\d+\): ([\d ]+)", RegexOptions.None, TimeSpan.FromSeconds(5));
            counts.Success.ShouldBeTrue();
            scan.Mesh.VertexCount.ShouldBe(int.Parse(counts.Groups[1].Value));
            // two of the sources repeat a few faces; repair says how many it took out
            double removed = read.Problems.Where(p => p.Code == "repeated-faces").Sum(p => p.Measured!.Value);
            (scan.Mesh.TriangleCount + removed).ShouldBe(int.Parse(counts.Groups[2].Value));
            scan.FaceLabels.Length.ShouldBe(scan.Mesh.TriangleCount);
            int[] teeth = [.. counts.Groups[3].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order()];
            scan.FaceLabels.Where(l => l != 0).Distinct().Order().ShouldBe(teeth);
        }

        string folder = Path.Combine(RealData.Case(id), "teeth");
        input.Teeth.Length.ShouldBe(Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ply").Length : 0);
        input.Files.Length.ShouldBe(
            (input.Upper is null ? 0 : 2) + (input.Lower is null ? 0 : 2) + input.Teeth.Length);
    }

    [RealDataTheory]
    [MemberData(nameof(Cases))]
    public void A_case_written_to_a_folder_reads_back_the_same(string id)
    {
        CaseInput input = CaseFolder.Load(RealData.Case(id), ImportMode.Repair).Require();
        using var folder = new TemporaryFolder();
        foreach (FolderFile file in CaseFolder.Files(input))
            folder.Write(file);

        CaseInput again = CaseFolder.Load(folder.Path, ImportMode.Strict).Require();

        again.Upper?.FaceLabels.ShouldBe(input.Upper!.FaceLabels);
        again.Lower?.FaceLabels.ShouldBe(input.Lower!.FaceLabels);
        (again.Upper is null, again.Lower is null, again.Teeth.Length).ShouldBe((input.Upper is null, input.Lower is null, input.Teeth.Length));
        again.Upper?.Mesh.Vertices.SequenceEqual(input.Upper!.Mesh.Vertices).ShouldBeTrue();
    }
}
