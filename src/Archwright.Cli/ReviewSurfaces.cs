using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Engine;
using Archwright.Fabrication;
using Archwright.Formats.Review;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Cli;

/// <summary>What the review page draws: the plan's surfaces, thinned to what an eye can tell apart on a screen.</summary>
internal static class ReviewSurfaces
{
    private const int ToothTriangles = 6_000;
    private const int GingivaTriangles = 30_000;

    /// <summary>The page's data for a plan.</summary>
    public static ReviewData Of(TreatmentPlan plan, PlanDocument document, RunContext context)
    {
        var teeth = new ReviewTooth[plan.Teeth.Length];
        context.For(teeth.Length, i => teeth[i] = new ReviewTooth(plan.Teeth[i].Id, Thinned(plan.Teeth[i].Mesh, ToothTriangles)));
        return new ReviewData
        {
            Plan = document,
            Standing = Standing.Of(document.Findings, version: null, waivers: null, review: null),
            Teeth = [.. teeth],
            Attachments = [.. plan.AttachmentFiles.Select(a => a.Mesh)],
            Roots = [.. Roots(plan.Measured)],
            Gingivae = [.. plan.Measured.Arches
                .Where(a => a.Gingiva is { TriangleCount: > 0 })
                .Select(a => Gingiva(a, plan.Measured.OcclusalFromScan.Inverse, context))],
        };
    }

    // a tooth given with its root shows it already
    private static IEnumerable<ReviewTooth> Roots(MeasuredCase measured) =>
        from tooth in measured.Teeth
        where tooth.RootSource == RootSource.Template
        from branch in RootForm.Of(tooth.Moved(measured.OcclusalFromScan.Inverse))
        select new ReviewTooth(tooth.Id, branch.ToMesh());

    private static ReviewGingiva Gingiva(MeasuredArch arch, RigidTransform scanFromOcclusal, RunContext context)
    {
        TriangleMesh surface = Thinned(arch.Gingiva!, GingivaTriangles);
        GingivaSkin skin = GingivaSkin.Build(surface, arch.Teeth, context);
        var influences = ImmutableArray.CreateBuilder<GingivaInfluence>(surface.VertexCount * ReviewGingiva.PerVertex);
        for (int v = 0; v < surface.VertexCount; v++)
        {
            for (int i = 0; i < ReviewGingiva.PerVertex; i++)
            {
                float weight = skin.WeightsOf(v)[i];
                influences.Add(weight > 0 ? new GingivaInfluence(skin.Teeth[skin.SlotsOf(v)[i]].Fdi, weight) : default);
            }
        }

        return new ReviewGingiva(arch.Jaw, surface.Transformed(scanFromOcclusal), influences.MoveToImmutable());
    }

    private static TriangleMesh Thinned(TriangleMesh mesh, int triangles) =>
        mesh.TriangleCount <= triangles ? mesh : Decimation.Simplify(mesh, triangles);
}
