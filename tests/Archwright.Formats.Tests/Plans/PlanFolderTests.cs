using System.Security.Cryptography;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Plans;

public class PlanFolderTests
{
    [Fact]
    public void A_plan_folder_reads_back_with_its_teeth()
    {
        using var temporary = new TemporaryFolder();
        Result<WrittenFolder> written = WritePlan(temporary["plan"]);

        written.Require().Files.Select(f => f.Path).ShouldBe(["teeth/11.ply", "teeth/21.ply", "attachments/11-1.ply", "plan.json", "review.html"]);
        LoadedPlan loaded = PlanFolder.Load(temporary["plan"]).Require();
        loaded.Teeth.Keys.Select(t => t.Fdi).ShouldBe([11, 21]);
        loaded.Teeth[ToothId.FromFdi(11)].TriangleCount.ShouldBe(12);
        loaded.Attachments["attachments/11-1.ply"].TriangleCount.ShouldBe(12);
        Directory.GetFileSystemEntries(temporary.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void An_old_plan_and_an_empty_folder_are_replaced()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary["plan"]);
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();

        PlanFolder.Load(temporary["plan"]).IsOk.ShouldBeTrue();
        Directory.GetFileSystemEntries(temporary.Path).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_with_anything_else_in_it_is_refused_and_stays(bool holdsPlan)
    {
        using var temporary = new TemporaryFolder();
        if (holdsPlan)
            WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        temporary.Write("plan/notes.txt", "mine"u8.ToArray());

        PlanFolder.Refusal(temporary["plan"]).ShouldNotBeNull().Code.ShouldBe("folder-refused");
        PlanFolder.Refusal(temporary["other"]).ShouldBeNull();
        Result<WrittenFolder> written = WritePlan(temporary["plan"]);

        written.Problems.ShouldContain(p => p.Code == "folder-refused");
        File.ReadAllText(temporary["plan/notes.txt"]).ShouldBe("mine");
        Directory.GetFileSystemEntries(temporary.Path).Length.ShouldBe(1);
        if (holdsPlan)
            PlanFolder.Load(temporary["plan"]).Problems.ShouldContain(p => p.Code == "output-unlisted" && p.Location == "notes.txt");
    }

    [Theory]
    [InlineData(PlanFolder.WaiversName)]
    [InlineData(PlanFolder.AnswersName)]
    public void A_plan_with_a_signature_beside_it_is_whole_and_is_not_replaced(string signature)
    {
        using var temporary = new TemporaryFolder();
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        temporary.Write($"plan/{signature}", "{}"u8.ToArray());

        PlanFolder.Load(temporary["plan"]).Problems.ShouldBeEmpty();
        WritePlan(temporary["plan"]).Problems.ShouldContain(p => p.Code == "folder-refused" && p.Message.Contains(signature, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_on_the_way_leaves_what_was_there()
    {
        using var temporary = new TemporaryFolder();
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        byte[] before = File.ReadAllBytes(temporary["plan/plan.json"]);
        FolderFile full = new("teeth/11.ply", _ => throw new IOException("disk full"));
        FolderFile broken = new("teeth/11.ply", _ => throw new InvalidOperationException("a bug"));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        PlanFolder.Write(temporary["plan"], [full], _ => []).Problems[0].Code.ShouldBe("folder-unwritable");
        Should.Throw<InvalidOperationException>(() => PlanFolder.Write(temporary["plan"], [broken], _ => []));
        Should.Throw<OperationCanceledException>(() => PlanFolder.Write(temporary["plan"], [], _ => [full], new RunContext(cancel: cancelled.Token)));
        PlanFolder.Write(temporary["fresh"], [full], _ => []).IsOk.ShouldBeFalse();

        Directory.GetFileSystemEntries(temporary.Path).Length.ShouldBe(1);
        File.ReadAllBytes(temporary["plan/plan.json"]).ShouldBe(before);
    }

    [Fact]
    public void As_many_files_are_made_at_a_time_as_there_are_threads_and_listed_in_their_order()
    {
        using var temporary = new TemporaryFolder();
        using var both = new CountdownEvent(2);
        int making = 0;
        int most = 0;
        var gate = new Lock();
        FolderFile[] files = [.. Enumerable.Range(0, 40).Select(i => FolderFile.Of($"models/{40 - i}.stl", () =>
        {
            lock (gate)
                most = Math.Max(most, ++making);
            if (i < 2 && !both.Signal())
                both.Wait(TimeSpan.FromSeconds(30));
            lock (gate)
                making--;
            return [(byte)i];
        }))];

        Result<WrittenFolder> written = PlanFolder.Write(temporary["plan"], files, _ => [], new RunContext(2));

        most.ShouldBe(2);
        written.Require().Files.Select(f => f.Path).ShouldBe(files.Select(f => f.Path));
        written.Require().Files.ShouldAllBe(f => f.Sha256 == Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(temporary[$"plan/{f.Path}"]))));
    }

    [Fact]
    public void A_changed_output_is_named_and_the_plan_can_still_be_judged()
    {
        using var temporary = new TemporaryFolder();
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        byte[] tooth = File.ReadAllBytes(temporary["plan/teeth/11.ply"]);
        tooth[^1] ^= 1;
        File.WriteAllBytes(temporary["plan/teeth/11.ply"], tooth);

        Result<LoadedPlan> loaded = PlanFolder.Load(temporary["plan"]);

        loaded.Require().ChangedFiles.ShouldBe(["teeth/11.ply"]);
        loaded.Problems.ShouldContain(p => p.Code == "output-changed" && p.Location == "teeth/11.ply");
    }

    [Fact]
    public void A_missing_output_is_an_error()
    {
        using var temporary = new TemporaryFolder();
        WritePlan(temporary["plan"]).IsOk.ShouldBeTrue();
        File.Delete(temporary["plan/teeth/21.ply"]);

        PlanFolder.Load(temporary["plan"]).Problems
            .ShouldContain(p => p.Code == "file-missing" && p.Location == "teeth/21.ply");
    }

    [Theory]
    [InlineData("../escape.txt")]
    [InlineData("/absolute.txt")]
    [InlineData("a/./b.txt")]
    public void A_path_out_of_the_folder_is_the_callers_mistake(string path)
    {
        using var temporary = new TemporaryFolder();

        Should.Throw<ArgumentException>(() => PlanFolder.Write(temporary["plan"], [FolderFile.Of(path, [1])], _ => []));
        Directory.GetFileSystemEntries(temporary.Path).ShouldBeEmpty();
    }

    private static Result<WrittenFolder> WritePlan(string folder) => PlanFolder.Write(
        folder,
        [FolderFile.Of("teeth/11.ply", SamplePlan.ToothBytes), FolderFile.Of("teeth/21.ply", SamplePlan.ToothBytes), FolderFile.Of("attachments/11-1.ply", SamplePlan.ToothBytes)],
        outputs =>
        [
            FolderFile.Of(PlanFolder.DocumentName, () => PlanJson.Write(SamplePlan.Create(outputs))),
            FolderFile.Of(PlanFolder.ReviewName, "<html>"u8.ToArray()),
        ]);
}
