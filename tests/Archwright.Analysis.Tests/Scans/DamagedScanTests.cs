using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis.Tests.Scans;

/// <summary>What a sweep of damaged cases brought to light: such scans are measured without what is no tooth, and say so.</summary>
public class DamagedScanTests
{
    [Fact]
    public void A_vertex_far_off_is_left_out_and_the_tooth_keeps_its_width()
    {
        ArchScan sound = SyntheticArches.Made.Upper!;
        int face = sound.FaceLabels.IndexOf(11);
        (Vec3[] vertices, Triangle[] triangles) = sound.Mesh.ToArrays();
        vertices[triangles[face].A] += new Vec3(25, 0, 0);

        MeasuredCase measured = Measured(sound with { Mesh = new TriangleMesh(vertices, triangles) });

        measured.Gaps.ShouldContain(g => g.Code == "scan-spikes");
        Tooth tooth = measured.Teeth.Single(t => t.Id.Fdi == 11);
        double was = SyntheticArches.Measured.Teeth.Single(t => t.Id.Fdi == 11).Landmarks.WidthMm;
        tooth.Landmarks.WidthMm.ShouldBe(was, 0.3);
    }

    [Fact]
    public void Gingiva_labelled_as_a_tooth_is_no_tooth()
    {
        ArchScan sound = SyntheticArches.Made.Upper!;

        MeasuredCase measured = Measured(sound with { FaceLabels = [.. sound.FaceLabels.Select(l => l == 0 ? 11 : l)] });

        measured.Gaps.ShouldContain(g => g.Code == "tooth-too-large" && g.Tooth!.Value.Fdi == 11);
        measured.Teeth.ShouldNotContain(t => t.Id.Fdi == 11);
    }

    [Fact]
    public void A_separated_tooth_without_surface_is_left_out()
    {
        ImmutableArray<SeparatedTooth> teeth = SyntheticArches.Made.ToSeparatedInput().Teeth;
        TriangleMesh one = teeth[0].Mesh;
        Vec3 point = one.Vertices[0];
        TriangleMesh collapsed = one.WithVertices([.. Enumerable.Repeat(point, one.VertexCount)]);

        MeasuredCase measured = SyntheticArches.Analyse(SyntheticArches.Made.ToSeparatedInput() with
        {
            Teeth = [new SeparatedTooth(teeth[0].Id, collapsed), .. teeth.Skip(1)],
        }).Require();

        measured.Gaps.ShouldContain(g => g.Code == "tooth-too-small" && g.Tooth == teeth[0].Id);
        measured.Teeth.Count().ShouldBe(teeth.Length - 1);
    }

    private static MeasuredCase Measured(ArchScan upper) =>
        SyntheticArches.Analyse(SyntheticArches.Made.ToCaseInput() with { Upper = upper, Lower = null }).Require();
}
