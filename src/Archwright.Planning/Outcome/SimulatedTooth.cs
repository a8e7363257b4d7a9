using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// One tooth in all simulated patients. Expression of each plane is one draw per patient (mean and spread of each tray by
/// <see cref="ExpressionModel"/>), with a share common to all teeth of the patient; drift is added; wear scales what is short of the
/// clinical target and leaves alone what has overshot it, so that in every single patient more wear is never worse.
/// </summary>
internal sealed class SimulatedTooth
{
    private const double DriftMm = 0.10;
    private const double DriftDeg = 0.8;

    private static readonly int[] PlaneOf = [0, 0, 1, 1, 2, 3];

    /// <summary>Final components before wear, per component and patient.</summary>
    private readonly double[][] _full;

    private readonly double[][] _drift;
    private readonly double[][] _planeZ;
    private readonly bool[] _stuck;
    private readonly ImmutableArray<string> _modifiers;
    private readonly (double Mean, double Deviation)[][] _expression;
    private readonly ImmutableArray<(int Stage, double[] Mm)> _ipr;

    public SimulatedTooth(OutcomeInput input, ToothWay way, PatientDraws patients, bool deepBite)
    {
        Way = way;
        Moves = AssessmentRange.Moves(way);
        Unknowns = [.. AssessmentRange.Of(way, input)];
        var model = new ExpressionModel(input, way, deepBite);
        _expression =
        [
            [.. Trays(way).Select(model.Mesiodistal)],
            [.. Trays(way).Select(model.Faciolingual)],
            [.. Trays(way).Select(model.Vertical)],
            [.. Trays(way).Select(model.Rotation)],
        ];
        _modifiers = [.. Enumerable.Range(0, 4).Select(model.Modifiers)];
        ToothId id = way.Tooth.Id;
        double own = Math.Sqrt(1 - PatientDraws.Correlation);
        double shared = Math.Sqrt(PatientDraws.Correlation);
        _planeZ = [.. Enumerable.Range(0, 4).Select(p => patients.Normals($"{id} plane {p}").Select((z, i) => (own * z) + (shared * patients.Expression[i])).ToArray())];
        bool moves = way.Tooth.IsMovable;
        _drift = [.. Enumerable.Range(0, ToothWay.Components).Select(c => moves ? Drift(patients, id, c) : new double[PatientDraws.Count])];
        bool suspected = input.Patient.Conditions.Any(c => c.Fdi == id.Fdi && c.Condition == ToothCondition.AnkylosisSuspected);
        // A tooth suspected of ankylosis stands still in half of the patients: nobody can say before it is tried.
        _stuck = [.. patients.Normals($"{id} ankylosis").Select(z => suspected && z < 0)];
        _ipr = moves ? IprExecution.Of(id, input, patients) : [];
        _full = Zeros();
        for (int k = 1; k < way.StageCount; k++)
            Advance(_full, k);
        _full = WithDrift(_full, way.StageCount - 1);
    }

    public ToothWay Way { get; }

    /// <summary>True where the plan moves it.</summary>
    public bool Moves { get; }

    /// <summary>What of it cannot be assessed.</summary>
    public ImmutableArray<OutcomeUnknown> Unknowns { get; }

    /// <summary>What lowered or widened the expectation of a component.</summary>
    public string Modifiers(int component) => _modifiers[PlaneOf[component]];

    /// <summary>True where a component's expectation is within what the model knows.</summary>
    public bool IsAssessed(int component) =>
        !Unknowns.Any(u => u.Component is null || (int)u.Component == component);

    /// <summary>The final value of a component in each patient.</summary>
    /// <param name="component">Component.</param>
    /// <param name="wear">Each patient's wear factor.</param>
    public double[] Final(int component, double[] wear)
    {
        double[] full = _full[component];
        double target = Way.Target[component];
        var end = new double[full.Length];
        for (int i = 0; i < end.Length; i++)
            end[i] = full[i] * Kept(full[i], target, wear[i]);
        return end;
    }

    /// <summary>Per stage: mean components, and the radius about the mean crown point that holds 80 % of the patients, mm.</summary>
    public ImmutableArray<(double[] Mean, double IntervalMm)> Stages(double[] wear)
    {
        var stages = ImmutableArray.CreateBuilder<(double[] Mean, double IntervalMm)>(Way.StageCount);
        double[][] sum = Zeros();
        for (int k = 0; k < Way.StageCount; k++)
        {
            if (k > 0)
                Advance(sum, k);
            // A tooth that only drifts has one shape of cloud, which grows with the stages.
            if (Moves || k == 0 || k == Way.StageCount - 1)
                stages.Add(Reduced(WithDrift(sum, k), wear));
            else
                stages.Add(stages[0]);
        }

        if (!Moves && Way.StageCount > 2)
        {
            for (int k = 1; k < Way.StageCount - 1; k++)
                stages[k] = (stages[0].Mean, stages[^1].IntervalMm * Math.Sqrt((double)k / (Way.StageCount - 1)));
        }

        return stages.MoveToImmutable();
    }

    private (double[] Mean, double IntervalMm) Reduced(double[][] all, double[] wear)
    {
        var mean = new double[ToothWay.Components];
        for (int c = 0; c < mean.Length; c++)
        {
            double[] at = all[c];
            double[] full = _full[c];
            double target = Way.Target[c];
            double sum = 0;
            for (int i = 0; i < at.Length; i++)
            {
                at[i] *= Kept(full[i], target, wear[i]);
                sum += at[i];
            }

            mean[c] = sum / at.Length;
        }

        var away = new double[wear.Length];
        for (int i = 0; i < away.Length; i++)
        {
            double m = all[0][i] - mean[0];
            double f = all[2][i] - mean[2];
            double v = all[4][i] - mean[4];
            away[i] = Math.Sqrt((m * m) + (f * f) + (v * v));
        }

        Array.Sort(away);
        return (mean, away[(int)(0.8 * away.Length)]);
    }

    private static double[][] Zeros() => [.. Enumerable.Range(0, ToothWay.Components).Select(_ => new double[PatientDraws.Count])];

    private static IEnumerable<int> Trays(ToothWay way) => Enumerable.Range(1, way.StageCount - 1);

    private static double[] Drift(PatientDraws patients, ToothId id, int component)
    {
        double size = component is 0 or 2 or 4 ? DriftMm : DriftDeg;
        return [.. patients.Normals($"{id} drift {component}").Select(z => size * z)];
    }

    /// <summary>What wear leaves: of a movement short of its target its share, of one that has overshot or gone astray all.</summary>
    private static double Kept(double full, double target, double wear) =>
        full * target > 0 && Math.Abs(full) <= Math.Abs(target) ? wear : 1;

    /// <summary>Adds what the tray that reaches a stage brings in each patient.</summary>
    private void Advance(double[][] sum, int stage)
    {
        for (int c = 0; c < sum.Length; c++)
        {
            double step = Way.Step(stage, c);
            if (step == 0)
                continue;
            (double mean, double deviation) = _expression[PlaneOf[c]][stage - 1];
            double[] z = _planeZ[PlaneOf[c]];
            double[] at = sum[c];
            for (int i = 0; i < at.Length; i++)
            {
                if (!_stuck[i])
                    at[i] += step * Math.Clamp(mean + (deviation * z[i]), ExpressionModel.Least, ExpressionModel.Most);
            }
        }
    }

    /// <summary>Components at a stage in each patient, before wear: drift grows with the time since the scan.</summary>
    private double[][] WithDrift(double[][] sum, int stage)
    {
        double progress = Way.StageCount < 2 ? 0 : Math.Sqrt((double)stage / (Way.StageCount - 1));
        double[][] at = Zeros();
        for (int c = 0; c < at.Length; c++)
        {
            double[] to = at[c];
            double[] from = sum[c];
            double[] drift = _drift[c];
            for (int i = 0; i < to.Length; i++)
                to[i] = from[i] + (progress * drift[i]);
        }

        foreach ((int first, double[] mm) in _ipr)
        {
            for (int i = 0; i < mm.Length && first <= stage; i++)
                at[0][i] += mm[i];
        }

        return at;
    }
}
