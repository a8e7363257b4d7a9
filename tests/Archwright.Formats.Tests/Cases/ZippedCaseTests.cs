using System.Buffers.Binary;
using System.IO.Compression;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit.Shapes;

namespace Archwright.Formats.Tests.Cases;

/// <summary>A case as a ZIP: the same case as the folder, and nothing a hostile one could do.</summary>
public class ZippedCaseTests
{
    private static readonly TriangleMesh Sheet = MeshBytes.Sheet();
    private static readonly byte[] Scan = PlyWriter.Write(Sheet);

    [Theory]
    [InlineData("")]
    [InlineData("Case 17/export/")]
    public void It_is_the_case_of_the_folder_also_inside_another_folder(string wrapped)
    {
        using var folder = new TemporaryFolder();
        folder.Write("case/case.json", "{\"label\":\"A-1\"}"u8.ToArray());
        folder.Write("case/scans/upper.ply", Scan);
        Zip(folder["case.zip"], (wrapped + "case.json", "{\"label\":\"A-1\"}"u8.ToArray()), (wrapped + "scans\\upper.ply", Scan), ("__MACOSX/._x", [1]));

        CaseInput unzipped = CaseFolder.Load(folder["case"], ImportMode.Repair).Require();
        CaseInput zipped = CaseFolder.Load(folder["case.zip"], ImportMode.Repair).Require();

        zipped.Files.ShouldBe(unzipped.Files);
        zipped.Description.Label.ShouldBe("A-1");
        zipped.Unlabelled.Single().Mesh.VertexCount.ShouldBe(Sheet.VertexCount);
        CaseFolder.IsCase(folder["case.zip"]).ShouldBeTrue();
        CaseFolder.IsCase(folder["case/case.json"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../upper.ply", "zip-path")]
    [InlineData("scans/../../upper.ply", "zip-path")]
    [InlineData("..\\upper.ply", "zip-path")]
    [InlineData("/upper.ply", "zip-path")]
    [InlineData("C:/upper.ply", "zip-path")]
    [InlineData("a/b/c/d/e/f/g/h/i/upper.ply", "zip-depth")]
    public void A_path_that_leads_out_or_too_deep_refuses_the_whole(string entry, string code)
    {
        using var folder = new TemporaryFolder();
        Zip(folder["case.zip"], ("upper.ply", Scan), (entry, Scan));

        Code(folder["case.zip"]).ShouldBe(code);
    }

    [Fact]
    public void Eight_folders_deep_is_not_too_deep()
    {
        using var folder = new TemporaryFolder();
        Zip(folder["case.zip"], ("upper.ply", Scan), ("a/b/c/d/e/f/g/h/x.txt", [1]));

        CaseFolder.Load(folder["case.zip"], ImportMode.Repair).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Links_repeated_encrypted_and_too_many_entries_are_refused()
    {
        using var folder = new TemporaryFolder();
        Zip(folder["twice.zip"], ("upper.ply", Scan), ("UPPER.ply", Scan));
        Code(folder["twice.zip"]).ShouldBe("zip-twice");

        Zip(folder["many.zip"], [.. Enumerable.Range(0, 2001).Select(i => ($"{i}.txt", Array.Empty<byte>()))]);
        Code(folder["many.zip"]).ShouldBe("zip-too-many");

        using (var archive = new ZipArchive(File.Create(folder["link.zip"]), ZipArchiveMode.Create))
            archive.CreateEntry("upper.ply").ExternalAttributes = unchecked((int)0xA1FF0000);
        Code(folder["link.zip"]).ShouldBe("zip-link");

        Zip(folder["locked.zip"], ("upper.ply", Scan));
        Patch(folder["locked.zip"], (bytes, at) => bytes[at + 8] |= 1);
        Code(folder["locked.zip"]).ShouldBe("zip-encrypted");
    }

    [Fact]
    public void A_bomb_is_inflated_no_further_than_its_limit_and_a_lie_about_its_length_is_found()
    {
        using var folder = new TemporaryFolder();
        Zip(folder["bomb.zip"], ("upper.ply", new byte[8 << 20]));
        new FileInfo(folder["bomb.zip"]).Length.ShouldBeLessThan(20_000);
        CaseFolder.Load(folder["bomb.zip"], ImportMode.Repair, FormatLimits.Default with { MeshBytesMax = 1 << 20 })
            .Problems.ShouldContain(p => p.Code == "file-too-large" && p.Location == "upper.ply");

        Patch(folder["bomb.zip"], (bytes, at) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 24), 1000));
        Result<CaseInput> lied = CaseFolder.Load(folder["bomb.zip"], ImportMode.Repair);
        lied.IsOk.ShouldBeFalse();

        Zip(folder["huge.zip"], ("upper.ply", Scan), ("x.bin", Scan));
        Patch(folder["huge.zip"], (bytes, at) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), 0xFFFFFFF0));
        Code(folder["huge.zip"]).ShouldBe("zip-too-large");
    }

    [Fact]
    public void A_truncated_or_garbled_zip_is_a_problem_and_never_a_throw()
    {
        using var folder = new TemporaryFolder();
        Zip(folder["case.zip"], ("upper.ply", Scan));
        byte[] whole = File.ReadAllBytes(folder["case.zip"]);
        for (int cut = 4; cut < whole.Length; cut += 97)
        {
            File.WriteAllBytes(folder["cut.zip"], whole[..cut]);
            CaseFolder.Load(folder["cut.zip"], ImportMode.Repair).IsOk.ShouldBeFalse($"{cut}");
        }

        var random = new SeededRandom(5);
        for (int round = 0; round < 200; round++)
        {
            byte[] garbled = [.. whole];
            for (int k = 0; k < 4; k++)
                garbled[4 + random.Next(whole.Length - 4)] = (byte)random.Next(256);
            File.WriteAllBytes(folder["garbled.zip"], garbled);
            Should.NotThrow(() => CaseFolder.Load(folder["garbled.zip"], ImportMode.Repair));
        }
    }

    private static string Code(string path) =>
        CaseFolder.Load(path, ImportMode.Repair).Problems.Single(p => p.Severity == ProblemSeverity.Error).Code;

    private static void Zip(string path, params (string Name, byte[] Content)[] files)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in files)
        {
            using Stream stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }
    }

    // changes the first record of the central directory
    private static void Patch(string path, Action<byte[], int> change)
    {
        byte[] bytes = File.ReadAllBytes(path);
        change(bytes, bytes.AsSpan().IndexOf("PK\u0001\u0002"u8));
        File.WriteAllBytes(path, bytes);
    }
}
