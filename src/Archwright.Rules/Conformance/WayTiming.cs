using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Rules;

/// <summary>
/// When a movement happens, read from the way itself. A tooth makes up to four: along its axis, along the arch, across it, and
/// about its axis; shift and inclination of one plane are one movement, since its type follows from crown against apex.
/// </summary>
/// <param name="Track">The tooth's way.</param>
/// <param name="Plane">Which of the four.</param>
/// <param name="Kind">What it is called in the order of one tooth's movements.</param>
/// <param name="Size">Net amount in trays at the limit: what it weighs.</param>
/// <param name="Share">Share of the net way gone per stage; runs from 0 to 1.</param>
internal sealed record WayTiming(ToothTrack Track, WayPlane Plane, MicroMovement Kind, double Size, ImmutableArray<double> Share)
{
    /// <summary>A movement below this many trays at its limit runs along with another and has no place in an order.</summary>
    private const double WorthTrays = 1;

    private const double BegunTrays = 0.25;

    /// <summary>
    /// First stage in which it has begun, for good: more than a twentieth of its way and a quarter of a tray. What a detour adds and
    /// takes back again before is no begin.
    /// </summary>
    public int Start
    {
        get
        {
            double begun = Math.Max(0.05, BegunTrays / Size);
            int k = Half;
            while (k > 0 && Share[k - 1] > begun)
                k--;
            return k;
        }
    }

    /// <summary>Stage by which half of its way is gone.</summary>
    public int Half => First(0.5);

    /// <summary>True where it is small movement of a root and may wait for finishing (STG-04).</summary>
    public bool IsFinishing => IsRootMovement && Size <= FinishingPhase.MostTrays + 0.05;

    /// <summary>Whole movement of the tooth.</summary>
    public Movement Net => Track.FromStart[^1];

    /// <summary>True where the root moves, more than the crown, and the crown stands.</summary>
    public bool IsRootMovement => Kind switch
    {
        MicroMovement.Torque => IsRoot(Net.Crown.Y, Net.Apex.Y, MovementType.Torque),
        MicroMovement.Tip => IsRoot(Net.Crown.X, Net.Apex.X, MovementType.RootUprighting),
        _ => false,
    };

    /// <summary>The movements of a tooth that take a tray or more.</summary>
    public static IEnumerable<WayTiming> Of(ToothTrack track, VelocityPreferences limits)
    {
        ToothId id = track.Tooth.Id;
        Movement net = track.FromStart[^1];
        double rotation = id.Class switch
        {
            ToothClass.Incisor => limits.RotationIncisorDeg,
            ToothClass.Molar => limits.RotationMolarDeg,
            _ => limits.RotationCaninePremolarDeg,
        };
        double vertical = net.ExtrusionMm < 0 ? limits.IntrusionMm
            : id.IsAnterior ? limits.ExtrusionAnteriorMm
            : limits.ExtrusionPosteriorWithAuxiliariesMm;
        MicroMovement along = Displaces(net.Crown.X, net.Apex.X) ? MicroMovement.Translation : MicroMovement.Tip;
        MicroMovement across = Displaces(net.Crown.Y, net.Apex.Y) ? MicroMovement.Translation : MicroMovement.Torque;
        WayTiming?[] all =
        [
            In(track, WayPlane.Vertical, net.ExtrusionMm < 0 ? MicroMovement.Intrusion : MicroMovement.Extrusion, m => (m.ExtrusionMm / vertical, 0)),
            In(track, WayPlane.Along, along, m => (m.MesialMm / limits.LinearMm, m.TipDeg / limits.RootUprightingDeg)),
            In(track, WayPlane.Across, across, m => (m.FacialMm / limits.LinearMm, m.TorqueDeg / limits.TorqueDeg)),
            In(track, WayPlane.Turn, MicroMovement.Rotation, m => (m.RotationDeg / rotation, 0)),
        ];
        return all.OfType<WayTiming>();
    }

    /// <summary>Mean stage by which half of several movements is gone, each weighted by its size; null where there is none.</summary>
    public static double? MeanHalf(IEnumerable<WayTiming> ways)
    {
        WayTiming[] all = [.. ways];
        double weight = all.Sum(w => w.Size);
        return weight > 0 ? all.Sum(w => w.Size * w.Half) / weight : null;
    }

    /// <summary>Share gone per stage of several movements together, each weighted by its size; null where there is none.</summary>
    public static double[]? MeanShare(IEnumerable<WayTiming> ways)
    {
        WayTiming[] all = [.. ways];
        double weight = all.Sum(w => w.Size);
        return weight > 0
            ? [.. Enumerable.Range(0, all[0].Share.Length).Select(k => all.Sum(w => w.Size * w.Share[k]) / weight)]
            : null;
    }

    private int First(double share)
    {
        for (int k = 0; k < Share.Length; k++)
        {
            if (Share[k] > share)
                return k;
        }

        return Share.Length - 1;
    }

    private static bool IsRoot(double crown, double apex, MovementType type) =>
        Math.Abs(crown) <= FinishingPhase.CrownStandsMm && MovementLimits.PlaneType(crown, apex, type) == type;

    // Crown and apex go the same way: the tooth is displaced more than it is inclined.
    private static bool Displaces(double crown, double apex) => crown * apex > 0
        && MovementLimits.PlaneType(crown, apex, MovementType.RootUprighting) is MovementType.BodilyTranslation or MovementType.Translation;

    private static WayTiming? In(ToothTrack track, WayPlane plane, MicroMovement kind, Func<Movement, (double A, double B)> inTrays)
    {
        (double a, double b) = inTrays(track.FromStart[^1]);
        double square = (a * a) + (b * b);
        if (Math.Max(Math.Abs(a), Math.Abs(b)) < WorthTrays)
            return null;
        var way = new WayTiming(
            track, plane, kind, Math.Max(Math.Abs(a), Math.Abs(b)), [.. track.FromStart.Select(inTrays).Select(at => ((at.A * a) + (at.B * b)) / square)]);
        // A root moves by its angle: a shift that sets the crown right is none of it.
        return way.IsRootMovement ? way with { Size = Math.Abs(b), Share = [.. track.FromStart.Select(m => inTrays(m).B / b)] } : way;
    }
}

/// <summary>The four movements a tooth makes in turn.</summary>
internal enum WayPlane
{
    /// <summary>Along its axis.</summary>
    Vertical,

    /// <summary>Along the arch: shift and tip.</summary>
    Along,

    /// <summary>Across the arch: shift and torque.</summary>
    Across,

    /// <summary>About its axis.</summary>
    Turn,
}
