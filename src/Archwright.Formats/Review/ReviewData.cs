using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Formats.Review;

/// <summary>
/// What the review page shows: the plan whole, and the surfaces to show it on. Scan frame, mm. Surfaces are drawn as they
/// come: bring teeth to 5,000–10,000 triangles and a gingiva to at most 60,000 first, or the page grows heavy.
/// </summary>
public sealed record ReviewData
{
    /// <summary>The plan.</summary>
    public required PlanDocument Plan { get; init; }

    /// <summary>How the plan stands: waivers, review, what is missing.</summary>
    public required PlanStanding Standing { get; init; }

    /// <summary>Surface of each tooth at stage 0; a planned tooth without one is listed but not drawn.</summary>
    public required ImmutableArray<ReviewTooth> Teeth { get; init; }

    /// <summary>Body of each attachment at stage 0, in the order of the plan; one without is listed but not drawn.</summary>
    public ImmutableArray<TriangleMesh> Attachments { get; init; } = [];

    /// <summary>Roots by template at stage 0, one surface a branch; they move with their teeth and are shown where the reader asks for them.</summary>
    public ImmutableArray<ReviewTooth> Roots { get; init; } = [];

    /// <summary>Gingiva of each arch at stage 0, where there is one.</summary>
    public ImmutableArray<ReviewGingiva> Gingivae { get; init; } = [];
}

/// <summary>The surface of one tooth at stage 0.</summary>
/// <param name="Id">FDI number.</param>
/// <param name="Mesh">Surface, scan frame.</param>
public sealed record ReviewTooth(ToothId Id, TriangleMesh Mesh);

/// <summary>
/// The gingiva of one arch with what moves it. The page bends it stage by stage by linear blend skinning:
/// v_k = Σ wᵢ·Pᵢ(v) + (1 − Σ wᵢ)·v, where Pᵢ is the pose of influence i's tooth at stage k and what no tooth holds stays.
/// </summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Mesh">Surface at stage 0, scan frame; open or closed.</param>
/// <param name="Influences">Four influences a vertex, one vertex after the other.</param>
public sealed record ReviewGingiva(Jaw Jaw, TriangleMesh Mesh, ImmutableArray<GingivaInfluence> Influences)
{
    /// <summary>Influences a vertex.</summary>
    public const int PerVertex = 4;
}

/// <summary>One tooth's hold on one vertex of the gingiva.</summary>
/// <param name="Fdi">FDI number; 0 where the place is unused.</param>
/// <param name="Weight">0–1; the weights of a vertex sum to at most 1.</param>
public readonly record struct GingivaInfluence(int Fdi, double Weight);
