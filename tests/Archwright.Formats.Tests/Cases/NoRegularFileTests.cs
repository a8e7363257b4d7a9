using System.Diagnostics;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Cases;

/// <summary>Pipes, devices and folders where a file is expected: refused at once, never waited for. Opening a pipe would block for ever.</summary>
public class NoRegularFileTests
{
    [Fact]
    public void A_pipe_is_no_case_no_edits_and_no_scan()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string pipe = Path.Combine(folder.Path, "upper.ply");
        Process.Start("mkfifo", pipe).WaitForExit();

        CaseFolder.Load(pipe, ImportMode.Repair).Problems[0].Code.ShouldBe("folder-missing");
        EditsJson.ReadFile(pipe).Problems[0].Code.ShouldBe("file-empty");
        CaseFolder.Load(folder.Path, ImportMode.Repair).Problems[0].ToString().ShouldContain("upper.ply");
    }

    [Fact]
    public void A_folder_in_the_place_of_a_scan_is_no_scan_that_is_absent()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "scans", "upper.ply"));

        Result<Dental.CaseInput> read = CaseFolder.Load(folder.Path, ImportMode.Repair);

        read.IsOk.ShouldBeFalse();
        read.Problems[0].ToString().ShouldBe("error folder-for-file at scans/upper.ply: a folder stands where a file is expected");
    }
}
