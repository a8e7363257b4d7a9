using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>The pattern of a plan and what it rests on.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="ClassTwo">The strategy of the sagittal correction.</param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record PatternChoice(MacroPattern Pattern, ClassTwoStrategy ClassTwo, string Reason)
{
    /// <summary>From here on canines or molars stand in Class II: a quarter of a premolar's width.</summary>
    private const double ClassTwoFromMm = 1.75;

    /// <summary>Intrusion of incisors and canines that makes a deep bite worth a sequence of its own.</summary>
    private const double IntrudesFromMm = 0.5;

    /// <summary>Chooses for a case.</summary>
    /// <param name="facts">What is known of the case.</param>
    /// <param name="arches">Movements of the target by jaw.</param>
    /// <param name="preferences">Pattern ordered, Class II protocol.</param>
    public static PatternChoice Of(CaseFacts facts, ImmutableArray<ArchMoves> arches, TreatmentPreferences preferences)
    {
        bool corrects = facts.ClassTwoMm >= ClassTwoFromMm && string.Equals(facts.Objectives.CanineClass, "I", StringComparison.Ordinal);
        ClassTwoStrategy strategy = corrects ? preferences.ClassTwo.Strategy : ClassTwoStrategy.None;
        ArchMoves? upper = arches.FirstOrDefault(a => a.Jaw == Jaw.Upper);
        bool distalises = upper is not null && upper.DistalChains().Any();
        MacroPattern ordered = preferences.Staging.Pattern;
        if (ordered != MacroPattern.Automatic)
            return new PatternChoice(ordered, strategy, $"ordered by the preferences (staging.pattern){Missing(ordered, distalises, arches)}");

        if (corrects && strategy == ClassTwoStrategy.SequentialDistalisation)
        {
            return distalises
                ? new(MacroPattern.SequentialDistalisation, strategy, $"Class II of {facts.ClassTwoMm:0.0} mm, Class I ordered: the Class II protocol distalises in sequence (ANC-05)")
                : new(MacroPattern.LevelAndAlign, strategy, $"Class II of {facts.ClassTwoMm:0.0} mm, Class I ordered, but the target moves no upper molar distally: nothing to distalise in sequence");
        }

        if (arches.Any(a => a.RetractsIntoSpace()))
            return new(MacroPattern.AnteriorRetraction, strategy, "front teeth go back into the space of a missing tooth (ANC-01)");
        double overbite = facts.Occlusion?.OverbiteMm ?? 0;
        if (overbite >= preferences.BiteRamps.OverbiteFromMm && arches.Any(a => a.IntrudesFront(IntrudesFromMm)))
            return new(MacroPattern.DeepBite, strategy, $"overbite of {overbite:0.0} mm and canines and incisors to intrude (clinical.md 3.2, Martínez-Lozano 2024)");
        return new(
            MacroPattern.LevelAndAlign,
            strategy,
            corrects ? $"Class II by {strategy}: both arches level and align (STG-04)" : "nothing speaks for another: level and align, then space, then detail (STG-04)");
    }

    private static string Missing(MacroPattern pattern, bool distalises, ImmutableArray<ArchMoves> arches) => pattern switch
    {
        MacroPattern.SequentialDistalisation when !distalises => "; the target moves no upper molar distally, so nothing is in sequence",
        MacroPattern.AnteriorRetraction when !arches.Any(a => a.RetractsIntoSpace()) => "; no front tooth goes back into the space of a missing one",
        MacroPattern.DeepBite when !arches.Any(a => a.IntrudesFront(0)) => "; the target does not intrude both canines and incisors",
        _ => "",
    };
}
