using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Formats;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.TestKit;

namespace Archwright.Fabrication.Tests.Models;

public class StageModelsTests
{
    private static readonly RunContext Two = new(2);
    private static readonly ModelOptions Coarse = ModelOptions.Default with { SpacingMm = 0.45 };

    public static TheoryData<string> Cases => [.. RealData.CaseIds.DefaultIfEmpty("absent")];

    [Theory]
    [InlineData(false, Jaw.Upper)]
    [InlineData(true, Jaw.Lower)]
    public void A_model_is_one_closed_solid_with_every_crown_in_its_place(bool separated, Jaw jaw)
    {
        MeasuredCase measured = separated ? SampleArch.SeparateTeeth : SampleArch.Scans;
        MeasuredArch arch = jaw == Jaw.Upper ? measured.Upper! : measured.Lower!;
        StageModels models = StageModels.Prepare(arch, measured.OcclusalFromScan, "DEMO-01", ModelOptions.Default, Two);

        Dictionary<ToothId, RigidTransform> poses = SampleArch.Moved(arch, 1);
        StageModel model = models.Build(3, poses, Two);

        ShouldBeOneSolid(model.Mesh);
        double[] errors = CrownErrors(model.Mesh.Transformed(measured.OcclusalFromScan), arch, poses);
        errors.Length.ShouldBeGreaterThan(300);
        errors[errors.Length * 95 / 100].ShouldBeLessThan(0.12);
    }

    [Fact]
    public void Same_bytes_on_one_thread_and_two()
    {
        MeasuredArch arch = SampleArch.Scans.Lower!;
        byte[] Bytes(RunContext context)
        {
            StageModels models = StageModels.Prepare(arch, RigidTransform.Identity, "A", Coarse, context);
            return StlWriter.Write(models.Build(1, SampleArch.Moved(arch, 0.3), context).Mesh);
        }

        Bytes(new RunContext()).AsSpan().SequenceEqual(Bytes(Two)).ShouldBeTrue();
    }

    [Fact]
    public void Jaw_stage_and_label_are_raised_half_a_millimetre_on_the_heel()
    {
        MeasuredArch arch = SampleArch.Scans.Lower!;
        var none = new Dictionary<ToothId, RigidTransform>();
        StageModels models = StageModels.Prepare(arch, RigidTransform.Identity, "DEMO-01", Coarse, Two);
        TriangleMesh first = models.Build(1, none, Two).Mesh;
        TriangleMesh second = models.Build(2, none, Two).Mesh;
        TriangleMesh plain = StageModels.Prepare(arch, RigidTransform.Identity, "DEMO-01", Coarse with { EmbossMm = 0 }, Two).Build(1, none, Two).Mesh;

        (first.Bounds.Max.Y - plain.Bounds.Max.Y).ShouldBe(0.5, 0.1);
        // the models differ in the number only, and that lies on the heel
        Bvh other = Bvh.Build(second);
        double[] differing = [.. first.Vertices.ToArray().Where(v => other.Closest(v).DistanceMm > 0.1).Select(v => v.Y)];
        differing.Length.ShouldBeGreaterThan(20);
        differing.Min().ShouldBeGreaterThan(first.Bounds.Max.Y - 0.6);
    }

    [Fact]
    public void The_base_is_flat_and_parallel_to_the_occlusal_plane()
    {
        MeasuredArch arch = SampleArch.Scans.Upper!;
        TriangleMesh mesh = StageModels.Prepare(arch, RigidTransform.Identity, "A", Coarse, Two).Build(0, new Dictionary<ToothId, RigidTransform>(), Two).Mesh;
        double floor = mesh.Bounds.Max.Z;
        double flat = 0;
        for (int f = 0; f < mesh.TriangleCount; f++)
        {
            Vec3 area = mesh.AreaVector(f) / 2;
            if (mesh.FaceCenter(f).Z > floor - 1e-6)
                flat += area.Z;
        }

        // an upper model stands upside down: its base is above the crowns
        flat.ShouldBeGreaterThan(600);
        arch.Teeth.ShouldAllBe(t => t.Landmarks.FacialMargin.Z < floor - 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Trim_lines_run_along_the_margins_and_follow_them(bool separated)
    {
        MeasuredCase measured = separated ? SampleArch.SeparateTeeth : SampleArch.Scans;
        MeasuredArch arch = measured.Upper!;
        Dictionary<ToothId, RigidTransform> poses = SampleArch.Moved(arch, 0.5);
        StageModels models = StageModels.Prepare(arch, measured.OcclusalFromScan, "A", Coarse, Two);

        ImmutableArray<Vec3> line = [.. models.TrimAt(poses).SelectMany(l => l).Select(measured.OcclusalFromScan.Apply)];

        foreach (Tooth tooth in arch.Teeth)
        {
            Vec3 facial = poses[tooth.Id].Apply(tooth.Landmarks.FacialMargin);
            line.Min(p => Vec3.Distance(p, facial)).ShouldBeLessThan(1.5);
        }
    }

    [RealDataTheory]
    [MemberData(nameof(Cases))]
    public void Models_of_real_cases_are_one_closed_solid(string id)
    {
        MeasuredCase measured = ArchAnalysis.Run(CaseFolder.Load(RealData.Case(id), ImportMode.Repair).Require(), new AnalysisOptions(), Two).Require();
        MeasuredArch arch = measured.Arches.First();
        Dictionary<ToothId, RigidTransform> poses = SampleArch.Moved(arch, 1);
        ModelOptions quick = ModelOptions.Default with { SpacingMm = 0.6 };
        StageModel model = StageModels.Prepare(arch, measured.OcclusalFromScan, id[..6], quick, Two).Build(9, poses, Two);

        ShouldBeOneSolid(model.Mesh);
        // a crown that came loose would be missing from the model, its vertices millimetres away
        double[] errors = CrownErrors(model.Mesh.Transformed(measured.OcclusalFromScan), arch, poses);
        errors[errors.Length * 95 / 100].ShouldBeLessThan(0.4);
    }

    private static void ShouldBeOneSolid(TriangleMesh mesh)
    {
        MeshTopology.Of(mesh).IsClosed.ShouldBeTrue();
        MeshComponents.Of(mesh).FaceCounts.Length.ShouldBe(1);
        MeshMeasures.Volume(mesh).ShouldBeGreaterThan(5000);
    }

    /// <summary>Distance of visible crown vertices, 1.5 mm and more above the margin, from the model; sorted.</summary>
    private static double[] CrownErrors(TriangleMesh model, MeasuredArch arch, Dictionary<ToothId, RigidTransform> poses)
    {
        var errors = new List<double>();
        SignedDistance solid = SignedDistance.Build(model);
        foreach (Tooth tooth in arch.Teeth)
        {
            Vec3 margin = (tooth.Landmarks.FacialMargin + tooth.Landmarks.LingualMargin) * 0.5;
            Vec3[] normals = VertexNormals.Of(tooth.Mesh);
            int stride = Math.Max(1, tooth.Mesh.VertexCount / 120);
            for (int v = 0; v < tooth.Mesh.VertexCount; v += stride)
            {
                Vec3 p = tooth.Mesh.Vertices[v];
                bool isAbove = Vec3.Dot(p - margin, tooth.Frame.Occlusal) > 1.5;
                // a vertex is hidden where a neighbour or the papilla stands in front of it
                if (isAbove && solid.At(poses[tooth.Id].Apply(p + (normals[v] * 0.4))) > 0)
                    errors.Add(Math.Abs(solid.At(poses[tooth.Id].Apply(p))));
            }
        }

        errors.Sort();
        return [.. errors];
    }
}
