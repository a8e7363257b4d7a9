using Archwright.Dental;

namespace Archwright.Planning.Outcome;

/// <summary>
/// Expression of one tray's movement: mean and spread by movement, tooth, tray speed, attachment, change interval and condition (VEL-20,
/// CLN-12, CLN-13). Method: in each plane the movement is split into what the crown and what the apex travels; the plane's expression
/// is the mean of the crown's and the root's, weighted by how far each travels, so that tipping, torque and everything between share one
/// rule. Source: clinical.md 1.6 (D); each modifier names its own in docs/algorithms/expected-outcome.md.
/// </summary>
internal sealed class ExpressionModel
{
    /// <summary>Least and greatest expression a draw may have (clinical.md 1.6).</summary>
    public const double Least = -0.2;

    /// <inheritdoc cref="Least"/>
    public const double Most = 1.5;

    private static readonly VelocityPreferences Reference = new();

    private readonly OutcomeInput _input;
    private readonly ToothWay _way;
    private readonly ToothId _id;
    private readonly double _spread;
    private readonly double _rate;
    private readonly bool _deepBite;
    private readonly double _interval;
    private readonly SortedSet<string>[] _modifiers = [.. Enumerable.Range(0, 4).Select(_ => new SortedSet<string>(StringComparer.Ordinal))];
    private int _plane;

    public ExpressionModel(OutcomeInput input, ToothWay way, bool deepBite)
    {
        _input = input;
        _way = way;
        _id = way.Tooth.Id;
        _deepBite = deepBite;
        _spread = 1;
        _rate = 1;
        double days = input.WearDays.Skip(1).Where(d => d > 0).Select(d => (double)d).DefaultIfEmpty(14).Average();
        _interval = 1 - (0.08 * Math.Clamp((14 - days) / 7, 0, 1));
        foreach (ToothCondition condition in input.Patient.Conditions.Where(c => c.Fdi == _id.Fdi).Select(c => c.Condition))
        {
            _spread *= condition switch { ToothCondition.Periodontal => 1.5, ToothCondition.DenseBone or ToothCondition.ShortRoot => 1.3, _ => 1 };
            _rate *= condition == ToothCondition.DenseBone ? 0.85 : 1;
        }

        foreach (SortedSet<string> modifiers in _modifiers.Where(_ => _spread > 1))
            modifiers.Add("condition of the tooth");
    }

    /// <summary>Names of what lowered or widened the expectation of a plane, in the order of the methods below.</summary>
    public string Modifiers(int plane) => string.Join(", ", _modifiers[plane]);

    /// <summary>Movement along the arch (crown point and tip).</summary>
    public (double Mean, double Deviation) Mesiodistal(int stage)
    {
        _plane = 0;
        double crown = _way.Step(stage, 0);
        ExpressionRow row = crown < 0 && _id.Class != ToothClass.Incisor ? ExpressionRow.Distalisation : ExpressionRow.CrownMesiodistal;
        return Plane(stage, 0, 1, row, Reference.RootUprightingDeg);
    }

    /// <summary>Movement across the arch (crown point and torque).</summary>
    public (double Mean, double Deviation) Faciolingual(int stage)
    {
        _plane = 1;
        double crown = _way.Step(stage, 2);
        ExpressionRow row = crown > 0 && _id.Class != ToothClass.Incisor ? ExpressionRow.Expansion : ExpressionRow.CrownFaciolingual;
        return Plane(stage, 2, 3, row, Reference.TorqueDeg);
    }

    /// <summary>Movement along the tooth.</summary>
    public (double Mean, double Deviation) Vertical(int stage)
    {
        _plane = 2;
        double step = _way.Step(stage, 4);
        if (step <= 0)
        {
            double depth = _deepBite ? 0.85 : 1;
            return Finished(ExpressionRow.Intrusion, depth * TraySpeed(-step, Reference.IntrusionMm), 1, angular: false);
        }

        bool held = Served(stage) || Math.Abs(_way.Programmed[4]) < _input.Preferences.Attachments.ExtrusionFromMm;
        double limit = _id.IsAnterior ? Reference.ExtrusionAnteriorMm : Reference.ExtrusionPosteriorWithAuxiliariesMm;
        return Finished(ExpressionRow.Extrusion, Grip(held, 0.65) * TraySpeed(step, limit), held ? 1 : 1.1, angular: false);
    }

    /// <summary>Rotation about the long axis.</summary>
    public (double Mean, double Deviation) Rotation(int stage)
    {
        _plane = 3;
        double total = Math.Abs(_way.Programmed[5]);
        double step = Math.Abs(_way.Step(stage, 5));
        bool round = _id.Class is ToothClass.Canine or ToothClass.Premolar;
        double limit = _id.Class switch
        {
            ToothClass.Incisor => Reference.RotationIncisorDeg,
            ToothClass.Molar => Reference.RotationMolarDeg,
            _ => Reference.RotationCaninePremolarDeg,
        };
        // The two figures are steps in the studies (at 15° and 1.5° a tray); ramps keep a tooth of 15.1° from being judged unlike one of 14.9°.
        double amount = round ? Named(Ramp(total, 10, 20, 0.6), "long rotation of a round tooth") : 1;
        double speed = round ? Math.Min(Ramp(step, 1.5, 2, 0.6), TraySpeed(step, limit)) : TraySpeed(step, limit);
        bool held = !round || Served(stage) || total < _input.Preferences.Attachments.RotationFromDeg;
        return Finished(ExpressionRow.Rotation, amount * speed, Grip(held, 1) * (held ? 1 : 1.1), angular: true);
    }

    private (double Mean, double Deviation) Plane(int stage, int crown, int angle, ExpressionRow crownRow, double angleLimit)
    {
        double crownStep = Math.Abs(_way.Step(stage, crown));
        double rootStep = Math.Abs(_way.ApexStep(stage, crown, angle));
        double share = crownStep + rootStep < 1e-9 ? 1 : crownStep / (crownStep + rootStep);
        (double crownMean, double crownDeviation) = ExpressionTable.Of(crownRow, _id);
        (double rootMean, double rootDeviation) = ExpressionTable.Of(ExpressionRow.Root, _id);
        AttachmentPreferences from = _input.Preferences.Attachments;
        bool held = share > 0.75 || Served(stage)
            || (Math.Abs(_way.Programmed[angle]) < from.RootMovementFromDeg && Math.Abs(_way.Programmed[crown]) < from.BodilyFromMm);
        // Studies of distalisation report whole molars, tipping included: their figure stands for crown and root alike.
        if (crownRow == ExpressionRow.Distalisation)
            (rootMean, rootDeviation) = (crownMean, crownDeviation);
        double root = rootMean * Grip(held, 0.9);
        double limitMm = share > 0.75 ? Reference.LinearMm / 0.7 : Reference.BodilyMm;
        double limitDeg = share > 0.75 ? TippingLimit() : angleLimit;
        double speed = Math.Min(TraySpeed(crownStep, limitMm * 1.5), TraySpeed(Math.Abs(_way.Step(stage, angle)), limitDeg));
        double mean = ((share * crownMean) + ((1 - share) * root)) * speed;
        double deviation = ((share * crownDeviation) + ((1 - share) * rootDeviation)) * (held ? 1 : 1.1);
        bool expansion = crownRow == ExpressionRow.Expansion;
        return (mean * _rate * Interval(angular: expansion || angle == 3), deviation * _spread);
    }

    private double TippingLimit() => _id.Class == ToothClass.Incisor ? Reference.CrownTippingIncisorDeg : Reference.CrownTippingOtherDeg;

    private (double Mean, double Deviation) Finished(ExpressionRow row, double factor, double spread, bool angular)
    {
        (double mean, double deviation) = ExpressionTable.Of(row, _id);
        return (mean * factor * _rate * Interval(angular), deviation * spread * _spread);
    }

    /// <summary>Evidence on attachments disagrees: none in trials for rotation, some for extrusion, so the factor is small but where it is not.</summary>
    private double Grip(bool held, double without)
    {
        if (!held)
            _modifiers[_plane].Add("no attachment");
        return held ? 1 : without;
    }

    private bool Served(int stage) =>
        _input.Supports.Any(s => s.Fdi == _id.Fdi && s.From <= stage && s.To >= stage);

    /// <summary>A tray that asks for more than the ligament follows is expressed as if it had asked for as much as it follows.</summary>
    private double TraySpeed(double step, double limit) => Named(step <= limit * 1.001 ? 1 : limit / step, "tray speed over the limit");

    /// <summary>Weekly changes express angles and expansion a little less than two-weekly ones.</summary>
    private double Interval(bool angular) => angular ? Named(_interval, "change interval") : 1;

    private double Named(double factor, string name)
    {
        if (factor < 0.995)
            _modifiers[_plane].Add(name);
        return factor;
    }

    private static double Ramp(double value, double from, double to, double end) =>
        1 + ((end - 1) * Math.Clamp((value - from) / (to - from), 0, 1));
}
