using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>Whether the objectives of a case.json can be measured; places are paths below <c>objectives</c>.</summary>
internal static class ObjectiveChecks
{
    private const int GoalMax = 2000;

    public static IEnumerable<(string Path, string Message)> Of(CaseObjectives objectives)
    {
        if (objectives.Goal is { Length: > GoalMax })
            yield return (".goal", $"a goal has at most {GoalMax} characters");
        if (!string.IsNullOrWhiteSpace(objectives.Goal) && !ObjectiveTargets.IsMeasurable(objectives))
        {
            yield return (".goal", "a goal in words alone cannot be planned or checked: write what it means as targets, "
                + "for example overjet, overbite, canine class, midlines");
        }

        var seen = new HashSet<ObjectiveMeasure>();
        for (int i = 0; i < objectives.Targets.Length; i++)
        {
            ObjectiveTarget target = objectives.Targets[i];
            (double least, double most) = Range(target.Measure);
            if (!(target.Value >= least && target.Value <= most))
                yield return ($".targets[{i}].value", $"{target.Value} is outside {least} to {most} {ObjectiveTarget.UnitOf(target.Measure)}");
            if (!(target.Tolerance > 0 && target.Tolerance <= most))
                yield return ($".targets[{i}].tolerance", "a tolerance is over 0 and smaller than the measure's range");
            if (!seen.Add(target.Measure))
                yield return ($".targets[{i}].measure", "the measure has two targets");
            if (ShortForm(objectives, target.Measure) is { } other)
                yield return ($".targets[{i}].measure", $"the measure has a target and stands in {other}, too");
        }
    }

    private static string? ShortForm(CaseObjectives o, ObjectiveMeasure measure) => measure switch
    {
        ObjectiveMeasure.Overjet when o.OverjetMm is not null => "overjetMm",
        ObjectiveMeasure.Overbite or ObjectiveMeasure.OverbiteShare when o.OverbiteMm is not null => "overbiteMm",
        ObjectiveMeasure.Midline when o.MidlineMm is not null => "midlineMm",
        ObjectiveMeasure.CanineClassRight or ObjectiveMeasure.CanineClassLeft when o.CanineClass is not null => "canineClass",
        _ => null,
    };

    private static (double Least, double Most) Range(ObjectiveMeasure measure) => measure switch
    {
        ObjectiveMeasure.OverbiteShare => (-100, 150),
        ObjectiveMeasure.IntercanineUpper or ObjectiveMeasure.IntercanineLower
            or ObjectiveMeasure.IntermolarUpper or ObjectiveMeasure.IntermolarLower => (10, 80),
        ObjectiveMeasure.Midline => (-10, 10),
        _ => (-20, 20),
    };
}
