using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Auxiliaries;
using Archwright.Planning.Setup;
using Archwright.Planning.Staging;
using Archwright.Primitives;

namespace Archwright.Planning.Attachments;

/// <summary>
/// Plans the attachments of a staged case: which tooth needs one for which movement, of which type, where on the crown and in which
/// stages (ATT-01 … ATT-12, VEL-13, VEL-14). Method: movements are read from the staged poses (<see cref="MovementDemands"/>), types
/// chosen by movement (<see cref="AttachmentChoice"/>), crowns measured (<see cref="CrownSurface"/>), bodies built on the crown
/// (<see cref="AttachmentSolid"/>) and moved, shrunk or left out until they stay clear of neighbours and antagonists in every stage
/// they are on. What could not be placed is said with its reason. Occlusal frame, mm. The outcome does not depend on threads.
/// Source: own method; preferences and evidence in docs/algorithms/attachments.md. Complexity: a few thousand rays a tooth.
/// </summary>
public static class AttachmentPlanner
{
    // two bodies that only touch are not in each other's way
    private const double ToleranceMm = 0.01;

    /// <summary>The attachments of a plan.</summary>
    /// <param name="measured">The case, occlusal frame.</param>
    /// <param name="staging">Its staged poses.</param>
    /// <param name="preferences">Which movements, sizes, first stage.</param>
    /// <param name="ctx">Threads, cancellation.</param>
    public static AttachmentResult Run(MeasuredCase measured, StagingResult staging, TreatmentPreferences preferences, RunContext ctx)
    {
        if (staging.Stages.Length < 2)
            return AttachmentResult.None;
        AttachmentPreferences options = preferences.Attachments;
        ImmutableArray<Tooth> teeth = [.. measured.Teeth];
        var needs = (options.Use
            ? AttachmentNeeds.Of(teeth, staging, options)
            : ImmutableSortedDictionary<ToothId, ImmutableArray<AttachmentPhase>>.Empty).ToBuilder();
        ImmutableArray<BiteRampSpan> ramps = BiteRampTiming.Of(measured, staging, preferences.BiteRamps);

        var trees = new Bvh[teeth.Length];
        ctx.For(teeth.Length, i => trees[i] = Bvh.Build(teeth[i].Mesh));
        var crowns = new CrownSurface?[teeth.Length, 2];
        var gingivae = new Bvh?[2];
        MeasuredArch[] arches = [.. measured.Arches];
        ctx.For(arches.Length, i => gingivae[(int)arches[i].Jaw] = arches[i].Gingiva is { TriangleCount: > 0 } g ? Bvh.Build(g) : null);
        ctx.For(teeth.Length, i =>
        {
            ToothId id = teeth[i].Id;
            if (needs.TryGetValue(id, out ImmutableArray<AttachmentPhase> phases) && !phases.IsEmpty)
                crowns[i, 0] = CrownSurface.Of(teeth[i], ToothSurface.Facial, trees[i], gingivae[(int)id.Jaw], options.MarginMm);
            if (ramps.Any(r => r.Tooth == id))
                crowns[i, 1] = CrownSurface.Of(teeth[i], ToothSurface.Lingual, trees[i], gingivae[(int)id.Jaw], options.MarginMm);
        });

        RestorativePlan? restored = measured.Input.Description.RecordSet?.Restorative;
        var clearance = new AttachmentClearance(teeth, trees, staging, measured.HasBite);
        var placed = new List<PlannedAttachment>();
        var unplaced = new List<SetupShortfall>();
        for (int i = 0; i < teeth.Length; i++)
        {
            ctx.Cancel.ThrowIfCancellationRequested();
            Tooth tooth = teeth[i];
            if (crowns[i, 1] is { } lingual)
                Put(tooth, lingual, RampPhase(ramps.First(r => r.Tooth == tooth.Id)), bitesOn: true);
            if (crowns[i, 0] is { } facial)
            {
                foreach (AttachmentPhase phase in Separate(needs[tooth.Id]))
                    Put(tooth, facial, phase, bitesOn: false);
            }
        }

        return new AttachmentResult(
            [.. placed.OrderBy(p => p.Tooth).ThenBy(p => p.On).ThenBy(p => p.Surface)],
            AuxiliaryPlanner.Run(measured, staging, preferences),
            [.. unplaced]);

        void Put(Tooth tooth, CrownSurface crown, AttachmentPhase phase, bool bitesOn)
        {
            if (!preferences.Restorative.AttachmentsOnCeramic && restored?.CeramicOn(tooth.Id.Fdi, crown.Side) is { } ceramic)
            {
                unplaced.Add(None(
                    tooth, phase, $"a {ceramic.ToString().ToLowerInvariant()} covers it, and restorative.attachmentsOnCeramic is off (PRF-09)"));
                return;
            }

            int on = Math.Max(phase.From, bitesOn ? 1 : options.EarliestStage);
            int off = Math.Min(phase.To, staging.Stages.Length - 1);
            string served = phase.Demands.IsEmpty ? phase.Reason : string.Join(", ", phase.Demands.Select(d => d.Words));
            if (on > off)
            {
                unplaced.Add(None(tooth, phase, $"{served} ends before attachments.earliestStage {options.EarliestStage}"));
                return;
            }

            if (crown.HeightMm < options.CrownHeightMinMm)
            {
                unplaced.Add(None(
                    tooth,
                    phase,
                    $"{served}, but its clinical crown is {crown.HeightMm:0.0} mm high (attachments.crownHeightMinMm {options.CrownHeightMinMm:0.0}, ATT-09); "
                        + "lengthen the crown, move it by other teeth's attachments or with an auxiliary"));
                return;
            }

            double? level = bitesOn ? crown.EdgeLevelMm - preferences.BiteRamps.OffOverbiteMm - (options.WidthMm * 2 / 3) : null;
            AttachmentPlacement.Found found = AttachmentPlacement.Place(crown, phase, options, level, mesh =>
                clearance.Worst(tooth.Id, mesh, on, off, placed, ToleranceMm, sameJawOnly: bitesOn) is { } cut
                    ? new AttachmentPlacement.Obstacle(
                        $"it would reach {cut.DepthMm:0.00} mm into {cut.Other} at stage {cut.Stage}", cut.Other.Jaw != tooth.Id.Jaw)
                    : null);
            if (found.Solid is not { } solid || found.Design is not { } design)
            {
                unplaced.Add(None(tooth, phase, $"{served}, but {found.Obstacle}"));
                return;
            }

            placed.Add(Describe(tooth, crown, phase, design, solid, on, off, options));
        }
    }

    private static PlannedAttachment Describe(
        Tooth tooth, CrownSurface crown, AttachmentPhase phase, AttachmentDesign design, AttachmentSolid solid, int on, int off, AttachmentPreferences options)
    {
        double fromMargin = tooth.Frame.PointToLocal(solid.Position).Z - crown.MarginLevelMm;
        AttachmentDesign wanted = AttachmentDesign.Of(phase.Type, options, phase.Amount);
        string changed = design.Type != phase.Type ? $"; {Words(design.Type)} instead of {Words(phase.Type)}, for which there is no room (ATT-04)"
            : design != wanted ? $"; {design.WidthMm:0.0} × {design.HeightMm:0.0} × {design.DepthMm:0.0} mm, since a larger one has no room (ATT-04)"
            : "";
        string asked = string.Concat(phase.Demands.Select(d => $"; {d.Preference} {d.Threshold:0.0#}"));
        return new PlannedAttachment
        {
            Tooth = tooth.Id,
            Phase = phase,
            Design = design,
            Solid = solid,
            Surface = crown.Side,
            On = on,
            Off = off,
            CrownHeightMm = crown.HeightMm,
            FromMarginMm = fromMargin,
            UsableAreaMm2 = crown.UsableAreaMm2,
            Purpose = AttachmentForce.Purpose(phase, design.Type),
            Force = AttachmentForce.Direction(phase, design.Type, tooth, solid),
            Cause = $"{phase.Reason}{asked}; {fromMargin:0.0} mm from the gingival margin of a {crown.HeightMm:0.0} mm crown{changed}",
        };
    }

    /// <summary>Phases that overlap once anchorage has lengthened them: the earlier one goes when the later one comes.</summary>
    private static IEnumerable<AttachmentPhase> Separate(ImmutableArray<AttachmentPhase> phases)
    {
        for (int i = 0; i < phases.Length; i++)
        {
            bool overlaps = i + 1 < phases.Length && phases[i].To >= phases[i + 1].From;
            yield return overlaps ? phases[i] with { To = phases[i + 1].From - 1 } : phases[i];
        }
    }

    private static AttachmentPhase RampPhase(BiteRampSpan ramp) => new(
        AttachmentType.BiteRamp, MovementType.Intrusion, 0, [], ramp.From, ramp.To, [], ramp.Cause);

    private static SetupShortfall None(Tooth tooth, AttachmentPhase phase, string why) =>
        new("attachment-none", $"{tooth.Id} gets no attachment ({Words(phase.Type)}): {why}", tooth.Id);

    private static string Words(AttachmentType type) => type switch
    {
        AttachmentType.RectangularHorizontal => "rectangular horizontal",
        AttachmentType.RectangularVertical => "rectangular vertical",
        AttachmentType.OptimisedExtrusion => "optimised extrusion",
        AttachmentType.RootControl => "root control",
        AttachmentType.BiteRamp => "bite ramp",
        _ => type.ToString().ToLowerInvariant(),
    };
}
