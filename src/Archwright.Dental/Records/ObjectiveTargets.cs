using System.Collections.Immutable;
using Archwright.Geometry;

namespace Archwright.Dental;

/// <summary>All measurable targets of a case, in whichever form they were written, and what planning is given of them.</summary>
public static class ObjectiveTargets
{
    // as where a plan's objectives are scored: twice the accuracy of a measurement on scans; a millimetre for a class
    private const double MetMm = 0.5;
    private const double ClassMm = 1;
    private const double HalfCuspMm = 3.5;

    /// <summary>
    /// The targets as written, then those of the short forms (<see cref="CaseObjectives.OverjetMm"/> and its like) that no target
    /// names. A class of II or III is half a premolar's width off Class I; <c>keep</c> is no target, since it names no value.
    /// </summary>
    public static ImmutableArray<ObjectiveTarget> Of(CaseObjectives objectives)
    {
        var all = new List<ObjectiveTarget>(objectives.Targets.IsDefault ? [] : objectives.Targets);
        void Add(ObjectiveMeasure measure, double? value, double tolerance)
        {
            if (value is { } v && !all.Exists(t => t.Measure == measure))
                all.Add(new ObjectiveTarget { Measure = measure, Value = v, Tolerance = tolerance });
        }

        Add(ObjectiveMeasure.Overjet, objectives.OverjetMm, MetMm);
        if (!all.Exists(t => t.Measure == ObjectiveMeasure.OverbiteShare))
            Add(ObjectiveMeasure.Overbite, objectives.OverbiteMm, MetMm);
        Add(ObjectiveMeasure.Midline, objectives.MidlineMm, MetMm);
        double? canine = objectives.CanineClass switch { "I" => 0, "II" => HalfCuspMm, "III" => -HalfCuspMm, _ => null };
        double tolerance = canine is 0 ? ClassMm : HalfCuspMm - ClassMm;
        Add(ObjectiveMeasure.CanineClassRight, canine, tolerance);
        Add(ObjectiveMeasure.CanineClassLeft, canine, tolerance);
        return [.. all];
    }

    /// <summary>True where a case says anything that can be measured; <c>keep</c> counts, since the start can be measured.</summary>
    public static bool IsMeasurable(CaseObjectives objectives) => objectives.CanineClass is not null || Of(objectives).Length > 0;

    /// <summary>What of canine class, overjet, overbite and midline the objectives leave open (CLN-06).</summary>
    public static IEnumerable<string> Lacking(CaseObjectives objectives)
    {
        ImmutableArray<ObjectiveTarget> targets = Of(objectives);
        bool Has(params ReadOnlySpan<ObjectiveMeasure> measures)
        {
            foreach (ObjectiveMeasure measure in measures)
            {
                if (targets.Any(t => t.Measure == measure))
                    return true;
            }

            return false;
        }

        if (objectives.CanineClass is null && !(Has(ObjectiveMeasure.CanineClassRight) && Has(ObjectiveMeasure.CanineClassLeft)))
            yield return "canine class of both sides";
        if (!Has(ObjectiveMeasure.Overjet))
            yield return "overjet";
        if (!Has(ObjectiveMeasure.Overbite, ObjectiveMeasure.OverbiteShare))
            yield return "overbite";
        if (!Has(ObjectiveMeasure.Midline))
            yield return "midlines";
    }

    /// <summary>
    /// The objectives with the short forms planning reads filled in from the targets: overjet, overbite (a share becomes mm by the
    /// lower central incisors' crown height), midline, and the canine class where both sides are wanted within 1 mm of Class I.
    /// </summary>
    public static CaseObjectives Resolved(CaseObjectives objectives, IEnumerable<Tooth> teeth)
    {
        ImmutableArray<ObjectiveTarget> targets = objectives.Targets.IsDefault ? [] : objectives.Targets;
        double? Value(ObjectiveMeasure measure) => targets.FirstOrDefault(t => t.Measure == measure)?.Value;
        double? share = Value(ObjectiveMeasure.OverbiteShare) is { } percent && LowerIncisorHeightMm(teeth) is { } height
            ? percent / 100 * height
            : null;
        bool classOne = Value(ObjectiveMeasure.CanineClassRight) is 0 && Value(ObjectiveMeasure.CanineClassLeft) is 0;
        return objectives with
        {
            OverjetMm = objectives.OverjetMm ?? Value(ObjectiveMeasure.Overjet),
            OverbiteMm = objectives.OverbiteMm ?? Value(ObjectiveMeasure.Overbite) ?? share,
            MidlineMm = objectives.MidlineMm ?? Value(ObjectiveMeasure.Midline),
            CanineClass = objectives.CanineClass ?? (classOne ? "I" : null),
        };
    }

    /// <summary>Mean clinical crown height of the lower central incisors, mm; null where there is none.</summary>
    public static double? LowerIncisorHeightMm(IEnumerable<Tooth> teeth)
    {
        double[] heights =
        [
            .. teeth.Where(t => t.Id.Fdi is 31 or 41)
                .Select(t => Vec3.Dot(t.Landmarks.OcclusalPoint - t.Landmarks.FacialMargin, t.Frame.Occlusal))
                .Where(h => h > 1),
        ];
        return heights.Length == 0 ? null : heights.Average();
    }
}
