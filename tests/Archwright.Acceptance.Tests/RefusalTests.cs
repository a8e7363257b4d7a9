namespace Archwright.Acceptance.Tests;

/// <summary>Bad input gets a located problem, exit code 3, and nothing written.</summary>
public class RefusalTests
{
    [Fact]
    public void A_truncated_scan_is_refused_by_name()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 1);
        string scan = scratch["case", "scans", "upper.ply"];
        byte[] bytes = File.ReadAllBytes(scan);
        File.WriteAllBytes(scan, bytes[..(bytes.Length / 2)]);

        Refused(scratch, "scans/upper.ply");
    }

    [Fact]
    public void A_folder_with_other_files_is_refused_before_the_case_is_looked_at()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["plan"]);
        File.WriteAllText(scratch["plan", "notes.txt"], "mine");

        CommandLine.Outcome run = CommandLine.Archwright("plan", scratch["no-case"], "-o", scratch["plan"]);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("folder-refused");
        run.Error.ShouldNotContain("no-case");
    }

    [Fact]
    public void A_mirrored_scan_is_refused()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 1);
        foreach (string jaw in new[] { "upper", "lower" })
            EditVertices(scratch["case", "scans", jaw + ".ply"], (x, y, z) => (-x, y, z));

        Refused(scratch, "mirror");
    }

    [Fact]
    public void A_scan_in_inches_is_refused_and_says_so()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 1);
        foreach (string jaw in new[] { "upper", "lower" })
            EditVertices(scratch["case", "scans", jaw + ".ply"], (x, y, z) => (x / 25.4f, y / 25.4f, z / 25.4f));

        Refused(scratch, "inch");
    }

    [Fact]
    public void A_vertex_that_is_no_number_is_refused_in_strict_mode()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 1);
        bool first = true;
        EditVertices(scratch["case", "scans", "upper.ply"], (x, y, z) =>
        {
            (bool wasFirst, first) = (first, false);
            return wasFirst ? (float.NaN, y, z) : (x, y, z);
        });

        Refused(scratch, "scans/upper.ply", "--import", "Strict");
    }

    [Fact]
    public void An_empty_folder_and_an_absent_one_are_refused()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["case"]);
        Refused(scratch, "case");
        Directory.Delete(scratch["case"]);
        Refused(scratch, "case");
    }

    [Fact]
    public void An_unknown_key_in_case_json_is_refused_with_its_name()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "ideal", seed: 1);
        File.WriteAllText(scratch["case", "case.json"], """{ "schema": "archwright.case/1", "pateintGroup": "adult" }""");

        Refused(scratch, "pateintGroup");
    }

    [Fact]
    public void Wrong_usage_has_an_exit_code_of_its_own()
    {
        CommandLine.Archwright("plan").ExitCode.ShouldBe(4);
        CommandLine.Archwright("no-such-command").ExitCode.ShouldBe(4);
        CommandLine.Archwright("explain", "NOPE999").ExitCode.ShouldBe(4);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("inspect")]
    [InlineData("segment")]
    [InlineData("synth")]
    public void An_output_without_a_name_is_wrong_usage_and_no_crash(string command)
    {
        CommandLine.Outcome result = CommandLine.Archwright([command, .. command == "synth" ? (string[])[] : ["no-such-case"], "-o", ""]);
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("--output takes the name");
    }

    // mutant 2136 of the sweep: a path stood where the number of threads belongs
    [Theory]
    [InlineData("plan", "case", "-o", "out", "--threads", "/absent")]
    [InlineData("letter", "plan", "--alternatives", "two")]
    [InlineData("synth", "-o", "out", "--triangles", "1e5")]
    public void A_word_in_place_of_a_number_is_wrong_usage_and_no_crash(params string[] words)
    {
        CommandLine.Outcome result = CommandLine.Archwright(words);
        result.ExitCode.ShouldBe(4, result.Error);
        result.Error.ShouldContain($"{words[^2]} takes a");
    }

    private static void Refused(ScratchFolder scratch, string says, params string[] options)
    {
        CommandLine.Outcome outcome = CommandLine.Archwright(["plan", scratch["case"], "-o", scratch["plan"], .. options]);

        outcome.ExitCode.ShouldBe(3, outcome.Error);
        outcome.Error.ShouldContain(says, Case.Insensitive);
        Directory.Exists(scratch["plan"]).ShouldBeFalse();
    }

    // Our own binary PLY: three 32-bit floats a vertex, straight after the header.
    private static void EditVertices(string path, Func<float, float, float, (float X, float Y, float Z)> edit)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int start = bytes.AsSpan().IndexOf("end_header\n"u8) + "end_header\n".Length;
        string header = System.Text.Encoding.ASCII.GetString(bytes, 0, start);
        string count = header.Split('\n').Single(l => l.StartsWith("element vertex ", StringComparison.Ordinal));
        int vertices = int.Parse(count["element vertex ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 0; i < vertices; i++)
        {
            Span<byte> v = bytes.AsSpan(start + (12 * i), 12);
            (float x, float y, float z) = edit(
                BitConverter.ToSingle(v), BitConverter.ToSingle(v[4..]), BitConverter.ToSingle(v[8..]));
            BitConverter.TryWriteBytes(v, x);
            BitConverter.TryWriteBytes(v[4..], y);
            BitConverter.TryWriteBytes(v[8..], z);
        }

        File.WriteAllBytes(path, bytes);
    }
}
