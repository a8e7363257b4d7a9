using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>The macro pattern: which group is half done before which, whatever the plan calls it (STG-01, ANC-01).</summary>
internal static class PatternConformance
{
    private const string Name = "staging.pattern";

    /// <summary>The pattern a plan is judged by: what the preferences ask; left to the case, what the plan says it chose.</summary>
    public static MacroPattern InForce(PlanView plan) => plan.Preferences.Staging.Pattern != MacroPattern.Automatic
        ? plan.Preferences.Staging.Pattern
        : plan.Strategy?.Pattern ?? MacroPattern.LevelAndAlign;

    /// <summary>
    /// Which step of the pattern a movement belongs to, where the pattern itself takes a tooth's movements apart: it orders them then, and
    /// the order within a tooth holds among those of one step.
    /// </summary>
    public static int StepOf(MacroPattern pattern, WayTiming way) => pattern switch
    {
        MacroPattern.SpaceFirst => way.Plane is WayPlane.Along or WayPlane.Across ? 1 : 2,
        MacroPattern.ExpansionFirst => IsExpansion(way) ? 1 : 2,
        _ => 1,
    };

    public static PreferenceEvidence Of(PlanEvidence evidence, ImmutableArray<WayTiming> ways)
    {
        return InForce(evidence.Plan) switch
        {
            MacroPattern.SpaceFirst => Before(ways, "space", w => w.Kind == MicroMovement.Translation, "rotation", w => w.Kind == MicroMovement.Rotation),
            MacroPattern.ExpansionFirst => Before(
                ways, "posterior expansion", IsExpansion, "rotation of front teeth", w => w.Kind == MicroMovement.Rotation && IsFront(w)),
            MacroPattern.DeepBite => Before(
                ways, "intrusion of canines", w => IsIntrusion(w) && w.Track.Tooth.Id.Class == ToothClass.Canine, "of incisors", w => IsIntrusion(w) && IsIncisor(w)),
            MacroPattern.AnteriorRetraction => Before(
                ways, "retraction of canines", w => IsDistal(w) && w.Track.Tooth.Id.Class == ToothClass.Canine, "of incisors", w => IsLingual(w) && IsIncisor(w)),
            MacroPattern.SequentialDistalisation => Before(
                ways, "distal movement of upper molars", w => IsUpperDistal(w) && IsMolar(w), "of upper premolars and canines", w => IsUpperDistal(w) && !IsMolar(w)),
            MacroPattern.Custom => Verdict.NotApplicable(Name, "custom: see staging.phaseOrder"),
            _ => StagingConformance.InOrder(Name, [StagingPhase.Align, StagingPhase.Detail], ways),
        };
    }

    private static PreferenceEvidence Before(
        ImmutableArray<WayTiming> ways, string first, Func<WayTiming, bool> isFirst, string second, Func<WayTiming, bool> isSecond)
    {
        double? a = WayTiming.MeanHalf(ways.Where(isFirst));
        double? b = WayTiming.MeanHalf(ways.Where(isSecond));
        if (a is null || b is null)
            return Verdict.NotApplicable(Name, $"there is no {(a is null ? first : second)} of a tray or more");
        return Verdict.Judge(Name, a + StagingConformance.LeadStages <= b, $"{first} half done by stage {a:0.0}, {second} by stage {b:0.0}");
    }

    private static bool IsFront(WayTiming w) => w.Track.Tooth.Id.IsAnterior;

    private static bool IsIncisor(WayTiming w) => w.Track.Tooth.Id.Class == ToothClass.Incisor;

    private static bool IsMolar(WayTiming w) => w.Track.Tooth.Id.Class == ToothClass.Molar;

    private static bool IsIntrusion(WayTiming w) => w.Kind == MicroMovement.Intrusion;

    private static bool IsExpansion(WayTiming w) => w.Plane == WayPlane.Across && !IsFront(w) && w.Net.FacialMm > 0;

    private static bool IsDistal(WayTiming w) => w.Plane == WayPlane.Along && w.Net.MesialMm < 0;

    private static bool IsLingual(WayTiming w) => w.Plane == WayPlane.Across && w.Net.FacialMm < 0;

    private static bool IsUpperDistal(WayTiming w) => IsDistal(w) && w.Track.Tooth.Id is { Jaw: Jaw.Upper, Position: >= 3 };
}
