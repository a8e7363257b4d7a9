using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Fabrication.Solids;
using Archwright.Geometry;
using Archwright.Planning.Attachments;
using Archwright.Primitives;

namespace Archwright.Fabrication;

/// <summary>
/// Printable models of one jaw: gingiva that follows its teeth, closed crowns in their stage poses and a flat base with the
/// label, united to one closed two-manifold solid. Method: the parts are written as distances into one lattice (each tooth from
/// its own lattice, built once; the gingiva and base as a height over the plane), hollows and loose pieces are taken out, and
/// marching cubes draws the surface: the outcome is closed and manifold whatever the input was. See docs/algorithms/stage-models.md.
/// Frame: occlusal in, scan out, mm. Complexity: O(nodes) a stage. Known limits: gingival undercuts away from the teeth are
/// filled straight down to the base.
/// </summary>
/// <threadsafety>Immutable; models of several stages may be built at once.</threadsafety>
public sealed class StageModels
{
    // a tooth is sampled finer than the model is cut, so that the two errors do not add up to more than one
    private const double ToothSpacingShare = 0.7;
    private readonly Jaw _jaw;
    private readonly ModelTooth[] _teeth;
    private readonly ModelAttachment[] _attachments;
    private readonly GingivaSkin? _skin;
    private readonly MarginLines _margins;
    private readonly RigidTransform _modelFromOcclusal;
    private readonly RigidTransform _scanFromModel;
    private readonly double _floorZ;
    private readonly ModelOptions _options;
    private readonly string _label;

    private StageModels(
        MeasuredArch arch,
        RigidTransform occlusalFromScan,
        string label,
        ModelOptions options,
        ImmutableArray<PlannedAttachment> attachments,
        RunContext context)
    {
        _jaw = arch.Jaw;
        _options = options;
        _label = label;
        // the model stands on its base with the crowns up; turned about y, so that behind stays behind
        _modelFromOcclusal = arch.Jaw == Jaw.Lower ? RigidTransform.Identity : new RigidTransform(new Rotation(0, 0, 1, 0), Vec3.Zero);
        _scanFromModel = occlusalFromScan.Inverse * _modelFromOcclusal.Inverse;
        Tooth[] teeth = [.. arch.Teeth.Select(t => t.Moved(_modelFromOcclusal))];
        _teeth = new ModelTooth[teeth.Length];
        var single = new RunContext(1, cancel: context.Cancel);
        context.For(teeth.Length, i => _teeth[i] = ModelTooth.Build(teeth[i], options.SpacingMm * ToothSpacingShare, single));
        PlannedAttachment[] own = [.. attachments.Where(a => teeth.Any(t => t.Id == a.Tooth))];
        _attachments = new ModelAttachment[own.Length];
        context.For(own.Length, i => _attachments[i] = ModelAttachment.Build(own[i], _modelFromOcclusal, single));
        TriangleMesh? gingiva = arch.Gingiva is { TriangleCount: > 0 } surface ? surface.Transformed(_modelFromOcclusal) : null;
        _skin = gingiva is null ? null : GingivaSkin.Build(gingiva, teeth, context);
        _margins = MarginLines.Of(gingiva, teeth);
        _floorZ = teeth.Min(t => Math.Min(t.Landmarks.FacialMargin.Z, t.Landmarks.LingualMargin.Z)) - options.BaseBelowMarginMm;
    }

    /// <summary>Prepares what all stages share.</summary>
    /// <param name="arch">The jaw, occlusal frame; at least one tooth.</param>
    /// <param name="occlusalFromScan">Leads back to the scan frame of the outcome.</param>
    /// <param name="caseLabel">Raised on the base beside jaw and stage: letters, digits and hyphens.</param>
    /// <param name="options">Sizes.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="attachments">Attachments, occlusal frame at stage 0: the models of the stages they are on carry them. Default: none.</param>
    public static StageModels Prepare(
        MeasuredArch arch,
        RigidTransform occlusalFromScan,
        string caseLabel,
        ModelOptions options,
        RunContext context,
        ImmutableArray<PlannedAttachment> attachments = default)
    {
        Preconditions.Require(arch.Teeth.Length > 0, "a model has a tooth");
        Preconditions.Require(options.SpacingMm is >= 0.05 and <= 1, "a spacing between 0.05 and 1 mm prints");
        return new StageModels(arch, occlusalFromScan, caseLabel, options, attachments.IsDefault ? [] : attachments, context);
    }

    /// <summary>Builds the model of one stage.</summary>
    /// <param name="stage">Its number, raised on the base.</param>
    /// <param name="poses">Poses relative to stage 0, occlusal frame; a tooth that is not listed stays.</param>
    /// <param name="context">Threads and cancellation; the mesh does not depend on them.</param>
    public StageModel Build(int stage, IReadOnlyDictionary<ToothId, RigidTransform> poses, RunContext context)
    {
        ImmutableDictionary<ToothId, RigidTransform> moved = InModelFrame(poses);
        (ModelTooth Tooth, RigidTransform Pose)[] teeth =
            [.. _teeth.Select(t => (t, moved.GetValueOrDefault(t.Tooth.Id, RigidTransform.Identity)))];
        Ridge ridge = Ridge.Through(teeth);
        TriangleMesh? gingiva = _skin?.Apply(moved);
        var frame = new BaseFrame(_floorZ, teeth.Max(t => t.Tooth.BoxAt(t.Pose).Max.Y));
        ScalarLattice lattice = LatticeFor(teeth, ridge, frame);
        bool[] crownColumns = AddTeeth(lattice, teeth, context);
        foreach (ModelAttachment attachment in _attachments.Where(a => a.IsOnAt(stage)))
            attachment.AddTo(lattice, moved.GetValueOrDefault(attachment.Tooth, RigidTransform.Identity));
        BaseSolid ground = BaseSolid.Of(lattice, gingiva, ridge, crownColumns, frame, _options);
        ground.AddTo(lattice, context);
        string jaw = _jaw == Jaw.Upper ? "U" : "L";
        BaseSolid.AddBar(lattice, ridge, $"{jaw}{stage:00} {_label}".TrimEnd(), frame, _options, context);
        foreach ((ModelTooth tooth, RigidTransform pose) in teeth)
            AddPillar(lattice, pose.Apply(tooth.Core), tooth.CoreRadiusMm);
        CutFloor(lattice);
        OneSolid.Make(lattice, context);
        return new StageModel(_jaw, stage, MarchingCubes.Extract(lattice, context).Transformed(_scanFromModel));
    }

    /// <summary>Where the tray of a stage is cut: closed polylines along the gingival margins, scan frame, mm.</summary>
    /// <param name="poses">Poses relative to stage 0, occlusal frame; a tooth that is not listed stays.</param>
    public ImmutableArray<ImmutableArray<Vec3>> TrimAt(IReadOnlyDictionary<ToothId, RigidTransform> poses) =>
        [.. _margins.At(InModelFrame(poses), _skin).Select(line => line.Select(_scanFromModel.Apply).ToImmutableArray())];

    private ImmutableDictionary<ToothId, RigidTransform> InModelFrame(IReadOnlyDictionary<ToothId, RigidTransform> poses)
    {
        RigidTransform occlusalFromModel = _modelFromOcclusal.Inverse;
        return poses.ToImmutableDictionary(p => p.Key, p => _modelFromOcclusal * p.Value * occlusalFromModel);
    }

    private ScalarLattice LatticeFor((ModelTooth Tooth, RigidTransform Pose)[] teeth, Ridge ridge, BaseFrame frame)
    {
        Aabb box = BaseSolid.BarBox(ridge, frame, _options);
        Aabb crowns = Aabb.Empty;
        foreach ((ModelTooth tooth, RigidTransform pose) in teeth)
            crowns = crowns.Union(tooth.BoxAt(pose));
        // the horseshoe reaches beside the outermost crowns as far as beside the middle line
        Vec3 beside = new(_options.HalfWidthMm, _options.HalfWidthMm, 0);
        box = box.Union(new Aabb(crowns.Min - beside, crowns.Max + (beside with { Y = 0 })));
        // two nodes all round are outside
        var lattice = ScalarLattice.Covering(
            new Aabb(box.Min with { Z = _floorZ }, box.Max).Inflated(2 * _options.SpacingMm), _options.SpacingMm);
        Array.Fill(lattice.Values, (float)(BaseSolid.ReachNodes * _options.SpacingMm));
        return lattice;
    }

    /// <summary>Writes the teeth into the lattice; tells which columns hold one.</summary>
    private static bool[] AddTeeth(ScalarLattice lattice, (ModelTooth Tooth, RigidTransform Pose)[] teeth, RunContext context)
    {
        double h = lattice.Spacing;
        var isCrown = new bool[lattice.Nz][];
        (Aabb Box, RigidTransform FromPose)[] places = [.. teeth.Select(t => (t.Tooth.BoxAt(t.Pose), t.Pose.Inverse))];
        context.For(lattice.Nz, z =>
        {
            var columns = isCrown[z] = new bool[lattice.Nx * lattice.Ny];
            if (z == 0 || z == lattice.Nz - 1)
                return;
            double pz = (lattice.Z0 + z) * h;
            for (int i = 0; i < teeth.Length; i++)
            {
                (Aabb box, RigidTransform fromPose) = places[i];
                if (pz < box.Min.Z || pz > box.Max.Z)
                    continue;
                (int x0, int x1) = ScalarLattice.Range(box.Min.X, box.Max.X, h, lattice.X0, lattice.Nx);
                (int y0, int y1) = ScalarLattice.Range(box.Min.Y, box.Max.Y, h, lattice.Y0, lattice.Ny);
                Vec3 step = fromPose.ApplyDirection(Vec3.UnitX) * h;
                for (int y = y0; y < y1; y++)
                {
                    Vec3 p = fromPose.Apply(lattice.Node(x0, y, z));
                    for (int x = x0; x < x1; x++, p += step)
                    {
                        float value = (float)teeth[i].Tooth.At(p);
                        int at = lattice.Index(x, y, z);
                        lattice.Values[at] = Math.Min(lattice.Values[at], value);
                        columns[(y * lattice.Nx) + x] |= value < 0;
                    }
                }
            }
        });
        var any = new bool[lattice.Nx * lattice.Ny];
        foreach (bool[] layer in isCrown)
        {
            for (int i = 0; i < any.Length; i++)
                any[i] |= layer[i];
        }

        return any;
    }

    /// <summary>
    /// Ties a crown to the base from its innermost point straight down, so that none can come loose and be taken for a loose
    /// piece, however thin it is or however far it has left its socket.
    /// </summary>
    private static void AddPillar(ScalarLattice lattice, Vec3 core, double radius)
    {
        double h = lattice.Spacing;
        double reach = radius + (2 * h);
        (int x0, int x1) = ScalarLattice.Range(core.X - reach, core.X + reach, h, lattice.X0, lattice.Nx);
        (int y0, int y1) = ScalarLattice.Range(core.Y - reach, core.Y + reach, h, lattice.Y0, lattice.Ny);
        for (int z = 1; z + 1 < lattice.Nz; z++)
        {
            double above = ((lattice.Z0 + z) * h) - core.Z;
            if (above > 0)
                return;
            for (int y = y0; y < y1; y++)
            {
                for (int x = x0; x < x1; x++)
                {
                    Vec3 p = lattice.Node(x, y, z);
                    int i = lattice.Index(x, y, z);
                    lattice.Values[i] = Math.Min(lattice.Values[i], (float)(new Vec3(p.X - core.X, p.Y - core.Y, 0).Length - radius));
                }
            }
        }
    }

    /// <summary>Nothing of the model lies below its base.</summary>
    private void CutFloor(ScalarLattice lattice)
    {
        for (int z = 0; z < lattice.Nz; z++)
        {
            double under = _floorZ - ((lattice.Z0 + z) * lattice.Spacing);
            if (under < -BaseSolid.ReachNodes * lattice.Spacing)
                return;
            foreach (ref float value in lattice.Values.AsSpan(lattice.Index(0, 0, z), lattice.Nx * lattice.Ny))
                value = Math.Max(value, (float)under);
        }
    }
}
