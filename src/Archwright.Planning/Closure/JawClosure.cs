using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Planning.Closure;

/// <summary>
/// Closes the lower jaw about its hinge axis until teeth meet. Method: conservative advancement. A body moves no faster than its farthest
/// point from the axis, so a pair that is c mm apart is free for c / radius more of closing; the pair that is free for the least is
/// measured there, until one has nothing left. Source: Mirtich, Impulse-based Dynamic Simulation of Rigid Body Systems (1996), for one
/// degree of freedom. Exact to what <see cref="Penetration"/> measures (0.02 mm). Occlusal or scan frame, mm. Cost: about ten measurements for each
/// pair that comes near. Known limits: teeth are rigid and the axis stands still; opening beyond some 20 mm leaves the pure hinge, so the way
/// starts well below.
/// </summary>
public static class JawClosure
{
    // about 10 mm at the incisors: beyond any premature contact, within the pure hinge
    private const double OpenRad = 0.11;

    // the lowest place looked for, about 10 mm beyond the bite: nothing meets
    private const double OverclosedRad = -0.11;

    private const double TouchMm = 0.005;

    // least advance: at worst this much too deep at the incisors, and an end to sliding past one another
    private const double LeastStepMm = 0.004;

    /// <summary>Pairs within this of touching when the first one touches count as contacts too, mm (the accuracy of a scanned bite).</summary>
    private const double AlikeMm = 0.05;

    /// <summary>The jaw at first touch, or null where nothing meets within 10 mm beyond its starting place.</summary>
    /// <param name="pairs">What may meet; order does not matter.</param>
    /// <param name="axis">The axis where it lies with the jaw at <paramref name="place"/>.</param>
    /// <param name="place">The place from which angles count: the scanned bite, or the centric record.</param>
    public static ClosedJaw? Close(IReadOnlyList<ClosingPair> pairs, HingeAxis axis, RigidTransform place)
    {
        RigidTransform At(double angle) => axis.Opened(angle) * place;
        double[] radius = [.. pairs.Select(p => p.RadiusMm(axis, place))];
        // below this angle nobody has looked yet: each pair is free down to it
        double[] freeTo = [.. pairs.Select((p, i) => OpenRad - (Math.Max(0, p.ClearanceMm(At(OpenRad))) / radius[i]))];
        while (true)
        {
            int next = IndexOfHighest(freeTo);
            if (next < 0 || freeTo[next] < OverclosedRad)
                return null;
            double angle = freeTo[next];
            double clearance = pairs[next].ClearanceMm(At(angle));
            if (clearance <= TouchMm)
                return new ClosedJaw(At(angle), Contacts(pairs, radius, freeTo, angle, At(angle)));
            freeTo[next] = angle - (Math.Max(clearance, LeastStepMm) / radius[next]);
        }
    }

    private static ImmutableArray<PlanBiteContact> Contacts(
        IReadOnlyList<ClosingPair> pairs, double[] radius, double[] freeTo, double angle, RigidTransform jaw) =>
    [
        .. pairs
            .Where((p, i) => (angle - freeTo[i]) * radius[i] <= AlikeMm && p.ClearanceMm(jaw) <= AlikeMm)
            .Select(p => (p.UpperId, p.LowerId))
            .Distinct()
            .Order()
            .Select(p => new PlanBiteContact(p.UpperId.Fdi, p.LowerId.Fdi)),
    ];

    private static int IndexOfHighest(double[] values)
    {
        int best = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (best < 0 || values[i] > values[best])
                best = i;
        }

        return best;
    }
}
