using Archwright.Primitives;

namespace Archwright.Formats.Tests;

public class WholeFileTests
{
    [Fact]
    public void A_file_is_replaced_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        folder.Write("letter.md", "old and longer"u8.ToArray());

        WholeFile.Write(new OutputFile(At(folder, "letter.md"), "new"u8.ToArray())).ShouldBeNull();

        File.ReadAllText(At(folder, "letter.md")).ShouldBe("new");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_not_there_yet_is_made()
    {
        using var folder = new TemporaryFolder();

        WholeFile.Write(new OutputFile(At(folder, "letter.md"), "new"u8.ToArray())).ShouldBeNull();

        File.ReadAllText(At(folder, "letter.md")).ShouldBe("new");
    }

    [Fact]
    public void Of_files_that_belong_together_none_is_written_where_one_cannot_be()
    {
        using var folder = new TemporaryFolder();
        folder.Write("labels.json", "old"u8.ToArray());
        Directory.CreateDirectory(At(folder, "labels.confidence.json"));

        Problem? problem = WholeFile.Write(
            new OutputFile(At(folder, "labels.json"), "new"u8.ToArray()),
            new OutputFile(At(folder, "labels.confidence.json"), "new"u8.ToArray()));

        problem!.Code.ShouldBe("file-unwritable");
        problem.Location.ShouldBe("labels.confidence.json");
        File.ReadAllText(At(folder, "labels.json")).ShouldBe("old");
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(2);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_problem_and_no_throw()
    {
        using var folder = new TemporaryFolder();
        WholeFile.Write(new OutputFile(At(folder, "absent/letter.md"), [1]))!.Location.ShouldBe("letter.md");
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        if (!File.Exists("/dev/null"))
            return;
        WholeFile.Write(new OutputFile("/dev/null", [1, 2])).ShouldBeNull();
        new FileInfo("/dev/null").Length.ShouldBe(0);
    }

    private static string At(TemporaryFolder folder, string path) => Path.Combine(folder.Path, path);
}
