using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Analysis;

/// <summary>
/// How hard a case is before anything is planned: points for what was measured and recorded, and a grade by their sum. Method: the cast
/// part of the discrepancy index of the American Board of Orthodontics and its grades (clinical.md 5.3, M: unverified); what aligners find hard
/// beside it (clinical.md 6.4, M) and what the records tell count two points each, an engineering default. Occlusal frame, mm and degrees. What cannot
/// be measured gives no points and is listed without a value, so that a low sum from missing data is seen. O(teeth).
/// Known limits: no cephalometric part; a crossbite counts alike to either side; an impinging bite is not told from a deep one.
/// </summary>
public static class CaseComplexity
{
    private const string Index = "ABO discrepancy index, cast part (clinical.md 5.3, M: unverified)";
    private const string Gates = "engineering default after the gates of clinical.md 6.4 (M): 2 points each";
    private const string Recorded = "engineering default, no clinical source: 2 points each";
    private const double RotatedDeg = 35;
    private const double OpenGapMm = 2;
    private const double HalfCuspMm = 3.5;
    private const int ModerateAbove = 10;
    private const int ComplexAbove = 20;

    /// <summary>Grade, points and parts of a case.</summary>
    /// <param name="measured">The case.</param>
    /// <param name="limits">From where on a tooth counts as periodontally compromised.</param>
    public static PlanComplexity Of(MeasuredCase measured, PeriodontalPreferences limits)
    {
        ComplexityPart[] parts = [.. Bite(measured), .. Arches(measured), .. FromRecords(measured, limits)];
        int points = parts.Sum(p => p.Points);
        return new PlanComplexity
        {
            Grade = GradeOf(points),
            Points = points,
            Parts = [.. parts.Where(p => p.Points > 0), .. parts.Where(p => p.Value is null)],
        };
    }

    /// <summary>The grade of a sum of points.</summary>
    public static ComplexityGrade GradeOf(int points) =>
        points > ComplexAbove ? ComplexityGrade.Complex : points > ModerateAbove ? ComplexityGrade.Moderate : ComplexityGrade.Mild;

    private static IEnumerable<ComplexityPart> Bite(MeasuredCase measured)
    {
        OcclusionMeasures? bite = measured.Occlusion;
        yield return Part("overjet", bite?.OverjetMm, "mm", OverjetPoints, Index);
        yield return Part("overbite", bite?.OverbiteMm, "mm", OverbitePoints, Index);
        yield return Part("occlusion-right", bite?.MolarRightMm ?? bite?.CanineRightMm, "mm", ClassPoints, Index);
        yield return Part("occlusion-left", bite?.MolarLeftMm ?? bite?.CanineLeftMm, "mm", ClassPoints, Index);
        yield return Part("posterior-crossbites", bite?.Crossbites.Count(t => !t.IsAnterior), "count", n => (int)n, Index);
    }

    private static IEnumerable<ComplexityPart> Arches(MeasuredCase measured)
    {
        double[] crowding = [.. measured.Arches.Select(a => a.Measures.CrowdingMm).OfType<double>()];
        yield return Part("crowding", crowding.Length == 0 ? null : crowding.Max(), "mm", CrowdingPoints, Index);
        int rotated = measured.Arches.Sum(a => a.Teeth.Count(t => t.Id.Class is ToothClass.Canine or ToothClass.Premolar && RotationDeg(a.Form, t) > RotatedDeg));
        yield return Part("rotated-canines-and-premolars", rotated, "count", n => 2 * (int)n, Gates);
        int gaps = measured.Arches.Sum(a => a.Contacts.Count(c => !c.AreAdjacent && c.GapMm > OpenGapMm));
        yield return Part("open-gaps-of-missing-teeth", gaps, "count", n => 2 * (int)n, Recorded);
        yield return Part("held-teeth", measured.Teeth.Count(t => !t.IsMovable), "count", n => 2 * (int)n, Gates);
    }

    private static IEnumerable<ComplexityPart> FromRecords(MeasuredCase measured, PeriodontalPreferences limits)
    {
        CaseDescription said = measured.Input.Description;
        ImmutableArray<ToothConditionEntry> conditions = ToothConditions.Of(said.Conditions, said.RecordSet, limits);
        bool charted = said.RecordSet?.Periodontal is { State: RecordState.Present };
        int compromised = conditions.Where(c => c.Condition == ToothCondition.Periodontal).Select(c => c.Fdi).Distinct().Count();
        yield return Part("periodontally-compromised-teeth", charted || compromised > 0 ? compromised : null, "count", n => 2 * (int)n, Gates);
        bool asked = said.RecordSet?.Resorption is { State: RecordState.Present };
        yield return Part("resorbed-roots", asked ? said.RecordSet!.Resorption!.Teeth.Length : null, "count", n => 2 * (int)n, Recorded);
        int doubtful = conditions.Count(c => c.Condition is ToothCondition.AnkylosisSuspected or ToothCondition.DenseBone);
        yield return Part("teeth-that-may-not-respond", doubtful, "count", n => 2 * (int)n, Recorded);
        double? centric = said.RecordSet?.Functional?.CentricShiftMm;
        yield return Part("centric-shift", centric, "mm", mm => mm > 1 ? 2 : 0, Recorded);
        yield return Part("poor-compliance", said.Compliance is { } c ? c == PatientCompliance.Poor ? 1 : 0 : null, "count", n => 2 * (int)n, Recorded);
    }

    private static ComplexityPart Part(string name, double? value, string unit, Func<double, int> points, string source) => new()
    {
        Name = name,
        Value = value is { } v ? Math.Round(v, 2) + 0.0 : null,
        Unit = unit,
        Points = value is { } known ? points(known) : 0,
        Source = source,
    };

    // 0 mm is edge to edge; a negative overjet counts per millimetre
    private static int OverjetPoints(double mm) => mm switch
    {
        < 0 => 1 + (int)Math.Ceiling(-mm),
        < 1 => 1,
        <= 3 => 0,
        <= 5 => 2,
        <= 7 => 3,
        <= 9 => 4,
        _ => 5,
    };

    private static int OverbitePoints(double mm) => mm switch
    {
        < 0 => 1 + (int)Math.Ceiling(-mm),
        <= 3 => 0,
        <= 5 => 2,
        _ => 3,
    };

    private static int CrowdingPoints(double mm) => mm switch
    {
        <= 1 => 0,
        <= 3 => 1,
        <= 5 => 2,
        <= 7 => 4,
        _ => 7,
    };

    // end-on is half a cusp off Class I, full Class II or III a whole one; beyond it a point a millimetre
    private static int ClassPoints(double mm)
    {
        double off = Math.Abs(mm);
        return off < HalfCuspMm / 2 ? 0
            : off < HalfCuspMm * 1.5 ? 2
            : 4 + (int)Math.Floor(Math.Max(0, off - (2 * HalfCuspMm)));
    }

    private static double RotationDeg(ArchForm form, Tooth tooth)
    {
        Vec3 mesial = new Vec3(tooth.Frame.Mesial.X, tooth.Frame.Mesial.Y, 0).Normalized();
        Vec3 along = form.TangentAt(tooth.Frame.Origin.X) * (tooth.Id.IsRight ? 1 : -1);
        return Math.Acos(Math.Clamp(Vec3.Dot(mesial, along), -1, 1)) * 180 / Math.PI;
    }
}
