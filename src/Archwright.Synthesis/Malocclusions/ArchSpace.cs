using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Malocclusions;

/// <summary>
/// Crowding, spacing and midline shift of one arch. The arch line between the first molars is lengthened or shortened: six
/// tenths by moving the front back or forth, the rest by drift of the posterior teeth along the curve. Where room is lacking,
/// incisors and canines turn and slip past each other faciolingually until they no longer cut.
/// </summary>
internal static class ArchSpace
{
    private const double FrontShare = 0.6;

    // share of the change at the contacts 1|1, 1|2, 2|3, 3|4 and 4|5
    private static readonly double[] CrowdingShares = [0.10, 0.30, 0.35, 0.20, 0.05];
    private static readonly double[] SpacingShares = [0.20, 0.30, 0.25, 0.15, 0.10];

    /// <summary>Changes the poses of a jaw's teeth in place.</summary>
    /// <param name="ideal">The ideal dentition.</param>
    /// <param name="poses">Poses, changed in place.</param>
    /// <param name="jaw">Which jaw.</param>
    /// <param name="spaceMm">Surplus (+) or lack (−) of space, mm.</param>
    /// <param name="midlineMm">Shift of all teeth along the curve to the patient's left, mm.</param>
    /// <param name="seed">Seed of the pattern.</param>
    public static void Apply(
        IdealDentition ideal, SortedDictionary<ToothId, ToothFrame> poses, Jaw jaw, double spaceMm, double midlineMm, ulong seed)
    {
        if (spaceMm == 0 && midlineMm == 0)
            return;
        ArchCurve before = jaw == Jaw.Upper ? ideal.Upper : ideal.Lower;
        double fade = ideal.Places.Where(p => p.Key.Jaw == jaw && p.Key.Position == 6).Average(p => Math.Abs(p.Value));
        ArchCurve after = Lengthened(before, fade, 0.5 * FrontShare * spaceMm);
        double[] shares = spaceMm < 0 ? CrowdingShares : SpacingShares;
        foreach ((ToothId id, double place) in ideal.Places.Where(p => p.Key.Jaw == jaw))
        {
            double share = shares.Take(Math.Min(id.Position, shares.Length)).Sum();
            double to = place + (Math.Sign(place) * 0.5 * spaceMm * share) + midlineMm;
            poses[id] = poses[id].Moved(before.Carry(place, after, to));
        }

        if (spaceMm < 0)
            Slip(ideal.Bodies, poses, jaw, -spaceMm, seed);
    }

    /// <summary>The curve whose half between midline and first molar is longer by a given amount.</summary>
    private static ArchCurve Lengthened(ArchCurve curve, double fade, double halfChange)
    {
        double depth = curve.At(fade, 1).Point.Y;
        double low = -8;
        double high = 8;
        for (int i = 0; i < 30; i++)
        {
            double back = 0.5 * (low + high);
            double length = curve.WithFrontMoved(back, fade).LengthAtDepth(depth);
            if (length - fade > halfChange)
                low = back;
            else
                high = back;
        }

        return curve.WithFrontMoved(0.5 * (low + high), fade);
    }

    private static void Slip(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, Jaw jaw, double lack, ulong seed)
    {
        SeededRandom random = new SeededRandom(seed).Fork($"crowding pattern {jaw}");
        double amount = Math.Min(1, lack / 6);
        // the usual pattern has the laterals inside; now and then they ride over the centrals
        double lateral = random.NextDouble() < 0.7 ? -1 : 1;
        int front = jaw == Jaw.Upper ? 10 : 40;
        ToothId Tooth(bool isRight, int position) =>
            ToothId.FromFdi((isRight ? front : jaw == Jaw.Upper ? 20 : 30) + position);
        foreach (bool isRight in new[] { true, false })
        {
            Turn(poses, bodies, Tooth(isRight, 1), -lateral * amount * random.Uniform(3, 14));
            Turn(poses, bodies, Tooth(isRight, 2), lateral * amount * random.Uniform(6, 22));
            Turn(poses, bodies, Tooth(isRight, 3), amount * random.Uniform(-6, 16));
        }

        bool slipsRight = random.NextDouble() < 0.5;
        SlideClear(bodies, poses, Tooth(slipsRight, 1), -lateral, amount, [Tooth(!slipsRight, 1)]);
        foreach (bool isRight in new[] { slipsRight, !slipsRight })
        {
            SlideClear(bodies, poses, Tooth(isRight, 2), lateral, 2 * amount, [Tooth(isRight, 1)]);
            SlideClear(bodies, poses, Tooth(isRight, 3), 1, 2 * amount, [Tooth(isRight, 2), Tooth(isRight, 4)]);
        }
    }

    private static void Turn(
        SortedDictionary<ToothId, ToothFrame> poses, SortedDictionary<ToothId, ToothBody> bodies, ToothId id, double degrees)
    {
        ToothFrame pose = poses[id];
        double hand = id.Quadrant is 1 or 3 ? 1 : -1;
        poses[id] = pose.Moved(RigidTransform.AboutPoint(
            Rotation.About(pose.Occlusal, hand * double.DegreesToRadians(degrees)),
            pose.PointFromLocal(bodies[id].CenterOfResistance)));
    }

    /// <summary>Slides a tooth facially (+) or lingually (−) until it clears the given neighbours, but no further than a bound.</summary>
    private static void SlideClear(
        SortedDictionary<ToothId, ToothBody> bodies,
        SortedDictionary<ToothId, ToothFrame> poses,
        ToothId id,
        double direction,
        double largestMm,
        ToothId[] neighbours)
    {
        ToothFrame start = poses[id];
        Vec3 way = (start.Facial with { Z = 0 }).Normalized() * direction;
        for (double slip = 0; slip < largestMm; slip += 0.15)
        {
            ToothFrame pose = start with { Origin = start.Origin + (way * slip) };
            poses[id] = pose;
            if (neighbours.Min(n => ToothBody.Gap(bodies[id], pose, bodies[n], poses[n])) > -0.05)
                return;
        }
    }
}
