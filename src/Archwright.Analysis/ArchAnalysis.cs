using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Analysis;

/// <summary>
/// Analysis of a case: labelled scans and separated teeth become measured arches in the occlusal frame. Steps: labels
/// where there are none (<see cref="CaseSegmentation"/>) → canonical order → crowns cut out and closed → occlusal frame → axes and landmarks of each tooth → roots → contacts, arch form,
/// measures, bite. The outcome depends on the geometry alone, not on the order of faces, nor on the number of threads.
/// </summary>
public static class ArchAnalysis
{
    /// <summary>
    /// Measures a case. Errors (no value): <c>no-teeth</c>, <c>too-few-teeth</c>, <c>scan-mirrored</c>, <c>jaws-exchanged</c>,
    /// <c>jaw-label-mismatch</c>, <c>jaws-not-registered</c>, <c>not-finite</c>, <c>centric-axis</c>, <c>centric-shift</c>, <c>teeth-in-one-place</c>, <c>no-arch</c>, and those of <see cref="ArchSegmentation"/>. Everything else that is missing or doubtful
    /// becomes a <see cref="DataGap"/>.
    /// </summary>
    public static Result<MeasuredCase> Run(CaseInput input, AnalysisOptions options, RunContext context)
    {
        Result<CaseInput> labelled = CaseSegmentation.Run(input, context);
        if (!labelled.IsOk)
            return Result<MeasuredCase>.Fail(labelled.Problems);
        input = labelled.Value;
        List<DataGap> gaps = [.. input.Found.SelectMany(f => f.Doubts)];
        context.Report("analysis", 0, "crowns");
        var arches = new List<CutArch>();
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            ArchScan? scan = jaw == Jaw.Upper ? input.Upper : input.Lower;
            SeparatedTooth[] separated = [.. input.Teeth.Where(t => t.Id.Jaw == jaw)];
            if (scan is null && separated.Length == 0)
                continue;
            Result<CutArch> cut = CutArch.Of(jaw, scan, separated, options, context);
            if (!cut.IsOk)
                return Result<MeasuredCase>.Fail(cut.Problems);
            gaps.AddRange(cut.Value.Gaps);
            if (StraightRow.Of(jaw, cut.Value.Crowns) is { } straight)
                return Result<MeasuredCase>.Fail(straight);
            if (cut.Value.Crowns.Length > 0)
                arches.Add(cut.Value);
        }

        if (arches.Count == 0)
        {
            return Result<MeasuredCase>.Fail(Problem.Error(
                "no-teeth", "the case has no labelled tooth: give scans with labels, or separated teeth", "case"));
        }

        context.Report("analysis", 0.4, "orientation");
        Result<OcclusalFrame> frame = OcclusalFrame.Find([.. arches.Select(a => (a.Jaw, a.Crowns))]);
        if (!frame.IsOk)
            return Result<MeasuredCase>.Fail(frame.Problems);
        MeasuredArch?[] measured = new MeasuredArch?[2];
        foreach (CutArch arch in arches)
            measured[(int)arch.Jaw] = Measure(arch, frame.Value.OcclusalFromScan, input, gaps, context);
        if (measured.All(a => a is null))
            return Result<MeasuredCase>.Fail(Problem.Error("no-teeth", "no labelled tooth has the shape of a crown", "case"));

        Problem[] centric = [.. CentricRecordCheck.Of(input.Description.RecordSet?.Centric, frame.Value.OcclusalFromScan, measured[1])];
        if (centric.Length > 0)
            return Result<MeasuredCase>.Fail([.. centric]);
        context.Report("analysis", 0.9, "bite");
        OcclusionMeasures? bite = Bite.Judge(measured[0], measured[1], options, gaps, context);
        Tooth[][] together = bite is null
            ? [.. measured.OfType<MeasuredArch>().Select(a => a.Teeth.ToArray())]
            : [[.. measured.OfType<MeasuredArch>().SelectMany(a => a.Teeth)]];
        Problem[] doubled = [.. together.SelectMany(t => TeethInOnePlace.Among(t, id => PlaceOf(id, input)))];
        if (doubled.Length > 0)
            return Result<MeasuredCase>.Fail([.. doubled]);
        gaps.AddRange(RecordGaps(input, measured, frame.Value));
        context.Report("analysis", 1);
        return Result<MeasuredCase>.Ok(new MeasuredCase
        {
            Input = input,
            OcclusalFromScan = frame.Value.OcclusalFromScan,
            Orientation = frame.Value.Confidence,
            Upper = measured[0],
            Lower = measured[1],
            Occlusion = bite,
            HasBite = bite is not null,
            Gaps = [.. gaps],
        });
    }

    // Null where none of the arch's crowns could be measured.
    private static MeasuredArch? Measure(
        CutArch arch, RigidTransform occlusalFromScan, CaseInput input, List<DataGap> gaps, RunContext context)
    {
        LabelledCrown[] crowns = [.. arch.Crowns.Select(c => c.Moved(occlusalFromScan)).OrderBy(c => c.Id)];
        ArchForm curve = ArchFormFit.Through([.. crowns.Select(c => c.Centroid)]);
        var found = new Tooth?[crowns.Length];
        context.For(crowns.Length, i =>
        {
            LabelledCrown crown = crowns[i];
            ToothSetting setting = ToothSetting.On(curve, crown.Id, crown.Centroid);
            found[i] = ToothMeasurement.Of(crown, setting, RestrictionOf(crown.Id, input));
        });
        gaps.AddRange(crowns.Where((_, i) => found[i] is null).Select(c => new DataGap(
            "tooth-not-measurable", $"Tooth {c.Id} has no shape whose axes could be told and is left out.", c.Id)));
        Tooth[] teeth = [.. found.OfType<Tooth>()];
        if (teeth.Length == 0)
            return null;
        return new MeasuredArch
        {
            Jaw = arch.Jaw,
            Teeth = [.. teeth],
            Gingiva = arch.Gingiva?.Transformed(occlusalFromScan),
            Form = ArchFormFit.Of(teeth),
            Contacts = ContactMeasurement.Of(teeth, context),
            Measures = ArchMeasurement.Of(arch.Jaw, teeth),
        };
    }

    private static string PlaceOf(ToothId id, CaseInput input) => input.Teeth.Any(t => t.Id == id)
        ? input.Files.FirstOrDefault(f => f.Path.StartsWith($"teeth/{id}.", StringComparison.OrdinalIgnoreCase))?.Path ?? $"teeth/{id}"
        : $"{(id.Jaw == Jaw.Upper ? "upper" : "lower")}, tooth {id}";

    private static ToothRestriction RestrictionOf(ToothId id, CaseInput input) =>
        input.Description.Restrictions.FirstOrDefault(r => r.Fdi == id.Fdi)?.Reason ?? ToothRestriction.None;

    private static IEnumerable<DataGap> RecordGaps(CaseInput input, MeasuredArch?[] arches, OcclusalFrame frame)
    {
        if (!input.HasDescription)
        {
            yield return new DataGap(
                "no-case-description", "There is no case.json: patient group, objectives and restrictions are not known.");
        }

        Tooth[] teeth = [.. arches.OfType<MeasuredArch>().SelectMany(a => a.Teeth)];
        int template = teeth.Count(t => t.RootSource == RootSource.Template);
        if (template > 0)
        {
            yield return new DataGap(
                "root-from-template",
                $"Roots of {template} of {teeth.Length} teeth are estimated from published mean lengths, not seen.");
            if (!input.Description.Records.Contains("cbct") && input.Description.RecordSet is not { HasCbct: true })
                yield return new DataGap("no-cbct", "There is no CBCT: bone and true roots are not known.");
        }

        if (frame.Confidence.Value < 0.6)
            yield return new DataGap("orientation-unsure", $"The orientation of the case is doubtful: {frame.Confidence.Evidence}.");
        foreach (Tooth t in teeth)
        {
            if (t.Id.IsPrimary)
                yield return new DataGap("milk-tooth", $"Tooth {t.Id} is a milk tooth: norms of its successor's place are used.", t.Id);
            if (t.InferredShare > 0.55)
            {
                yield return new DataGap(
                    "crown-mostly-inferred", $"Of tooth {t.Id} the scan shows {1 - t.InferredShare:P0} of the surface; the rest is inferred.", t.Id);
            }
        }
    }
}
