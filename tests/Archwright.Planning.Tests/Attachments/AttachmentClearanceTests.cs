using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.TestKit.Shapes;

namespace Archwright.Planning.Tests.Attachments;

public class AttachmentClearanceTests
{
    [Theory]
    [InlineData(0.088, true)]
    [InlineData(-0.01, false)]
    public void An_edge_that_cuts_an_edge_is_seen_where_no_vertex_is_inside(double depthMm, bool cuts)
    {
        var row = new StagedRow(12, 11);
        Tooth[] teeth = [.. row.Teeth.Select(t => t.Id.Fdi == 11 ? t with { Mesh = CrossedEdges.Lower() } : t)];
        var clearance = new AttachmentClearance([.. teeth], [.. teeth.Select(t => Bvh.Build(t.Mesh))], row.Staging(), hasBite: false);

        var worst = clearance.Worst(ToothId.FromFdi(12), CrossedEdges.Upper(depthMm), 1, 1, [], 0.01);

        (worst is not null).ShouldBe(cuts);
        if (worst is { } found)
        {
            found.Other.Fdi.ShouldBe(11);
            found.DepthMm.ShouldBe(depthMm, SurfaceDepth.ErrorMm);
        }
    }
}
