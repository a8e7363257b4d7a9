using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;

namespace Archwright.Planning.Setup;

/// <summary>Measures of arches and bite at the start and at the target, and the objectives held against them.</summary>
internal static class SetupMeasures
{
    // an objective counts as met within this; twice the accuracy of a measurement on scans
    private const double MetMm = 0.5;

    /// <summary>Start and target of every measure.</summary>
    /// <param name="start">Teeth where they stand, by jaw.</param>
    /// <param name="target">The same teeth at the target.</param>
    /// <param name="hasBite">True where the arches stand in a bite.</param>
    public static ImmutableArray<PlanMeasure> Of(ILookup<Jaw, Tooth> start, ILookup<Jaw, Tooth> target, bool hasBite)
    {
        var measures = ImmutableArray.CreateBuilder<PlanMeasure>();
        if (hasBite)
            AddBite(measures, Bite(start), Bite(target));
        foreach (Jaw jaw in new[] { Jaw.Upper, Jaw.Lower })
        {
            if (!start[jaw].Any())
                continue;
            ArchMeasures from = ArchMeasurement.Of(jaw, [.. start[jaw]]);
            ArchMeasures to = ArchMeasurement.Of(jaw, [.. target[jaw]]);
            Add(measures, "crowding", jaw, from.CrowdingMm, to.CrowdingMm);
            Add(measures, "little-irregularity", jaw, from.LittleMm, to.LittleMm);
            Add(measures, "curve-of-spee", jaw, from.SpeeMm, to.SpeeMm);
            Add(measures, "intercanine-width", jaw, from.IntercanineMm, to.IntercanineMm);
            Add(measures, "intermolar-width", jaw, from.IntermolarMm, to.IntermolarMm);
        }

        return measures.ToImmutable();
    }

    /// <summary>The case's objectives with what the target reaches. What the case does not name is no objective.</summary>
    public static ImmutableArray<PlanObjective> Objectives(CaseObjectives wanted, ImmutableArray<PlanMeasure> measures)
    {
        var objectives = ImmutableArray.CreateBuilder<PlanObjective>();
        AddLength(objectives, measures, "overjet", wanted.OverjetMm);
        AddLength(objectives, measures, "overbite", wanted.OverbiteMm);
        AddLength(objectives, measures, "midline", wanted.MidlineMm);
        if (wanted.CanineClass is not null)
        {
            foreach (string side in new[] { "right", "left" })
                objectives.Add(Canine(measures, wanted.CanineClass, $"canine-class-{side}"));
        }

        return objectives.ToImmutable();
    }

    private static OcclusionMeasures Bite(ILookup<Jaw, Tooth> teeth) =>
        BiteMeasurement.Of([.. teeth[Jaw.Upper]], [.. teeth[Jaw.Lower]]);

    private static void AddBite(ImmutableArray<PlanMeasure>.Builder measures, OcclusionMeasures from, OcclusionMeasures to)
    {
        Add(measures, "overjet", null, from.OverjetMm, to.OverjetMm);
        Add(measures, "overbite", null, from.OverbiteMm, to.OverbiteMm);
        Add(measures, "midline", null, from.MidlineMm, to.MidlineMm);
        Add(measures, "canine-class-right", null, from.CanineRightMm, to.CanineRightMm);
        Add(measures, "canine-class-left", null, from.CanineLeftMm, to.CanineLeftMm);
        Add(measures, "molar-class-right", null, from.MolarRightMm, to.MolarRightMm);
        Add(measures, "molar-class-left", null, from.MolarLeftMm, to.MolarLeftMm);
    }

    private static void Add(ImmutableArray<PlanMeasure>.Builder measures, string name, Jaw? jaw, double? from, double? to)
    {
        if (from is not null || to is not null)
            measures.Add(new PlanMeasure { Name = name, Jaw = jaw, Start = Rounded(from), Target = Rounded(to), Unit = "mm" });
    }

    private static double? Rounded(double? mm) => mm is { } v ? Math.Round(v, 2) : null;

    private static double? Target(ImmutableArray<PlanMeasure> measures, string name) =>
        measures.FirstOrDefault(m => m.Jaw is null && string.Equals(m.Name, name, StringComparison.Ordinal))?.Target;

    private static void AddLength(
        ImmutableArray<PlanObjective>.Builder objectives, ImmutableArray<PlanMeasure> measures, string name, double? wanted)
    {
        if (wanted is not { } mm)
            return;
        double? planned = Target(measures, name);
        objectives.Add(new PlanObjective
        {
            Name = name,
            Wanted = $"{mm:0.0} mm",
            Planned = planned is { } p ? $"{p:0.0} mm" : "not measurable",
            Met = planned is { } reached && Math.Abs(reached - mm) <= MetMm,
        });
    }

    private static PlanObjective Canine(ImmutableArray<PlanMeasure> measures, string wanted, string name)
    {
        double? planned = Target(measures, name);
        (double from, double to) = wanted switch
        {
            "I" => (-1.0, 1.0),
            "II" => (1.0, double.PositiveInfinity),
            "III" => (double.NegativeInfinity, -1.0),
            _ => Kept(measures, name),
        };
        return new PlanObjective
        {
            Name = name,
            Wanted = string.Equals(wanted, "keep", StringComparison.Ordinal) ? "as it is" : $"Class {wanted}",
            Planned = planned is { } p ? $"{p:+0.0;−0.0;0.0} mm from Class I" : "not measurable",
            Met = planned is { } reached && reached >= from && reached <= to,
        };
    }

    private static (double From, double To) Kept(ImmutableArray<PlanMeasure> measures, string name)
    {
        double start = measures.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal))?.Start ?? 0;
        return (start - MetMm, start + MetMm);
    }
}
