using System.Text.Json.Nodes;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Acceptance.Tests;

/// <summary>Same input, same preferences, same version: the same bytes (PRF-03).</summary>
public class SameBytesTests
{
    [Fact]
    public void One_thread_and_two_give_the_same_folder()
    {
        using var scratch = new ScratchFolder();

        CommandLine.Archwright("plan", SamplePlan.Crowded.Case, "-o", scratch["two"], "--threads", "2");

        // the sample was planned on one thread
        ScratchFolder.Fingerprint(scratch["two"]).ShouldBe(ScratchFolder.Fingerprint(SamplePlan.Crowded.Folder));
    }

    [Fact]
    public void Shuffled_faces_give_the_same_plan_numbers()
    {
        using var scratch = new ScratchFolder();
        SampleCase.Make(scratch["case"], "crowding", seed: 12);
        CaseInput input = CaseFolder.Load(scratch["case"], ImportMode.Strict).Require();
        CaseInput shuffled = input with { Upper = Shuffled(input.Upper!, 1), Lower = Shuffled(input.Lower!, 2) };
        CaseFolder.Write(scratch["shuffled"], shuffled).IsOk.ShouldBeTrue();

        CommandLine.Archwright("plan", scratch["case"], "-o", scratch["plan"], "--no-models");
        CommandLine.Archwright("plan", scratch["shuffled"], "-o", scratch["again"], "--no-models");

        Numbers(scratch["again", "plan.json"]).ShouldBe(Numbers(scratch["plan", "plan.json"]));
    }

    // Everything but the hashes of the input files, which differ since the files do.
    private static string Numbers(string path)
    {
        JsonObject plan = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        plan.Remove("inputs");
        return plan.ToJsonString();
    }

    private static ArchScan Shuffled(ArchScan scan, ulong seed)
    {
        var random = new SeededRandom(seed);
        int[] order = [.. Enumerable.Range(0, scan.Mesh.TriangleCount)];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        (Vec3[] vertices, Triangle[] triangles) = scan.Mesh.ToArrays();
        return scan with
        {
            Mesh = new TriangleMesh(vertices, [.. order.Select(f => triangles[f])]),
            FaceLabels = [.. order.Select(f => scan.FaceLabels[f])],
        };
    }
}
