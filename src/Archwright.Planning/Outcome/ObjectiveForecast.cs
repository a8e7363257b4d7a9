using System.Collections.Immutable;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Outcome;

/// <summary>
/// The written objectives at the expected end: overjet, overbite, midline, canine relation. The programmed value is measured on the posed
/// teeth as at the scan; each simulated patient's differs from it by how far the crowns concerned stay behind, along the measure's axis.
/// </summary>
internal static class ObjectiveForecast
{
    // as where a plan's objectives are scored: twice the accuracy of a measurement on scans; a millimetre for a class
    private const double MetMm = 0.5;
    private const double ClassMm = 1;

    /// <summary>The forecasts, for the objectives the case names and the teeth can tell.</summary>
    public static ImmutableArray<ExpectedObjective> Of(OutcomeInput input, IReadOnlyList<SimulatedTooth> teeth, double[] wear)
    {
        if (!input.HasBite || input.Stages.Length < 2 || BiteAxes.Of(input.Teeth) is not { } axes)
            return [];
        OcclusionMeasures start = Measure(teeth, axes, 0, input);
        OcclusionMeasures end = Measure(teeth, axes, input.Stages.Length - 1, input);
        CaseObjectives wanted = input.Patient.Objectives;
        var found = ImmutableArray.CreateBuilder<ExpectedObjective>();
        void Add(string name, double? programmed, double? aim, double from, double to, params (int Fdi, Vec3 Along)[] parts)
        {
            if (programmed is not { } value)
                return;
            double[] draws = Draws(value, teeth, wear, parts);
            Array.Sort(draws);
            found.Add(new ExpectedObjective
            {
                Name = name,
                WantedMm = aim,
                ProgrammedMm = Math.Round(value, 2),
                ExpectedMm = Math.Round(Quantile(draws, 0.5), 2),
                LowMm = Math.Round(Quantile(draws, 0.1), 2),
                HighMm = Math.Round(Quantile(draws, 0.9), 2),
                MetChance = Math.Round(draws.Count(d => d >= from && d <= to) / (double)draws.Length, 3),
            });
        }

        if (wanted.OverjetMm is { } overjet)
            Add("overjet", end.OverjetMm, overjet, overjet - MetMm, overjet + MetMm, Incisors(axes.Back));
        if (wanted.OverbiteMm is { } overbite)
            Add("overbite", end.OverbiteMm, overbite, overbite - MetMm, overbite + MetMm, Incisors(axes.Up));
        if (wanted.MidlineMm is { } midline)
            Add("midline", end.MidlineMm, midline, midline - MetMm, midline + MetMm, Incisors(-axes.Left));
        if (wanted.CanineClass is { } canine)
        {
            foreach ((string side, int upper, int lower) in new[] { ("right", 13, 43), ("left", 23, 33) })
            {
                bool right = upper == 13;
                if (teeth.FirstOrDefault(t => t.Way.Tooth.Id.Fdi == lower) is not { } l)
                    continue;
                (double from, double to) = Range(canine, right ? start.CanineRightMm : start.CanineLeftMm);
                Vec3 mesial = l.Way.Tooth.Frame.Mesial.Reject(axes.Up).Normalized();
                Add($"canine-class-{side}", right ? end.CanineRightMm : end.CanineLeftMm, canine == "I" ? 0 : null, from, to, (upper, mesial), (lower, -mesial));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A value between sorted draws.</summary>
    public static double Quantile(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>Each measure of the incisors is the lower's place less the upper's along one axis, mean of both sides.</summary>
    private static (int Fdi, Vec3 Along)[] Incisors(Vec3 axis) =>
        [(11, axis * -0.5), (21, axis * -0.5), (31, axis * 0.5), (41, axis * 0.5)];

    private static (double From, double To) Range(string canine, double? start) => canine switch
    {
        "I" => (-ClassMm, ClassMm),
        "II" => (ClassMm, double.PositiveInfinity),
        "III" => (double.NegativeInfinity, -ClassMm),
        _ => ((start ?? 0) - MetMm, (start ?? 0) + MetMm),
    };

    private static double[] Draws(double programmed, IReadOnlyList<SimulatedTooth> teeth, double[] wear, (int Fdi, Vec3 Along)[] parts)
    {
        var draws = new double[wear.Length];
        Array.Fill(draws, programmed);
        foreach ((int fdi, Vec3 along) in parts)
        {
            if (teeth.FirstOrDefault(t => t.Way.Tooth.Id.Fdi == fdi) is not { } tooth)
                continue;
            ToothFrame frame = tooth.Way.Tooth.Frame;
            foreach ((int component, Vec3 axis) in new[] { (0, frame.Mesial), (2, frame.Facial), (4, frame.Occlusal) })
            {
                double weight = Vec3.Dot(axis, along);
                double[] end = tooth.Final(component, wear);
                for (int i = 0; i < draws.Length; i++)
                    draws[i] += weight * (end[i] - tooth.Way.Programmed[component]);
            }
        }

        return draws;
    }

    private static OcclusionMeasures Measure(IReadOnlyList<SimulatedTooth> teeth, BiteAxes axes, int stage, OutcomeInput input)
    {
        // rows of the rotation that takes the teeth's frame to left, back, up
        Vec3 Turned(Vec3 p) => new(Vec3.Dot(p, axes.Left), Vec3.Dot(p, axes.Back), Vec3.Dot(p, axes.Up));
        Tooth Posed(Tooth tooth)
        {
            Tooth moved = (tooth with { Mesh = TriangleMesh.Empty }).Moved(input.Stages[stage][tooth.Id]);
            ToothLandmarks l = moved.Landmarks;
            return moved with
            {
                Frame = new ToothFrame(Turned(moved.Frame.Origin), Turned(moved.Frame.Mesial), Turned(moved.Frame.Facial), Turned(moved.Frame.Occlusal)),
                Landmarks = new ToothLandmarks(
                    Turned(l.MesialContact), Turned(l.DistalContact), Turned(l.FacialAxisPoint), Turned(l.LingualPoint),
                    Turned(l.FacialMargin), Turned(l.LingualMargin), Turned(l.OcclusalPoint), [.. l.Cusps.Select(Turned)]),
            };
        }

        Tooth[] posed = [.. teeth.Select(t => Posed(t.Way.Tooth))];
        return BiteMeasurement.Of([.. posed.Where(t => t.Id.Jaw == Jaw.Upper)], [.. posed.Where(t => t.Id.Jaw == Jaw.Lower)]);
    }
}
