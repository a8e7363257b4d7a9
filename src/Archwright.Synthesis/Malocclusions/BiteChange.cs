using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Synthesis.Arrangement;

namespace Archwright.Synthesis.Malocclusions;

/// <summary>
/// Changes of the relation of the jaws: curve of Spee, class, crossbite, overbite and overjet. Occlusal frame, mm.
/// </summary>
internal static class BiteChange
{
    private const double CrossbiteUpperMm = 3.4;
    private const double CrossbiteLowerMm = 1.8;
    private const double MolarHalfWidthMm = 23;
    private const double UprightDegPerMm = 5.5;
    private const double MostUprightDeg = 20;

    /// <summary>Changes the poses in place; true where anything was asked for.</summary>
    public static bool Apply(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, Malocclusion wanted)
    {
        if (wanted.CurveOfSpeeMm is { } spee)
            DeepenSpee(bodies, poses, spee);
        ShiftLower(poses, wanted);
        foreach (ToothId id in wanted.Crossbite.Where(bodies.ContainsKey).Order())
            Cross(poses, id);
        double? wantedOverbite = wanted.OpenBiteMm is { } gap ? -gap : wanted.DeepBiteMm;
        if (wantedOverbite is { } overbite)
            ChangeOverbite(bodies, poses, overbite);
        if (wanted.OverjetMm is { } overjet)
            ChangeOverjet(bodies, poses, overjet);
        return wanted.CurveOfSpeeMm is not null || wanted.ClassLeftMm != 0 || wanted.ClassRightMm != 0
            || !wanted.Crossbite.IsEmpty || wantedOverbite is not null || wanted.OverjetMm is not null;
    }

    /// <summary>Overbite of the central incisors, mm; NaN where one jaw has none.</summary>
    public static double Overbite(SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses) =>
        Edge(bodies, poses, Jaw.Lower).Z - Edge(bodies, poses, Jaw.Upper).Z;

    /// <summary>Overjet: facial edge of the lower to the edge of the upper central incisors, sagittally, mm.</summary>
    public static double Overjet(SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses) =>
        Edge(bodies, poses, Jaw.Lower).Y - 0.5 - Edge(bodies, poses, Jaw.Upper).Y;

    private static Vec3 Edge(SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, Jaw jaw)
    {
        Vec3[] edges =
        [
            .. bodies.Values.Where(b => b.Id.Jaw == jaw && b.Id.Position == 1)
                .Select(b => poses[b.Id].PointFromLocal(b.Landmarks.OcclusalPoint)),
        ];
        return edges.Length == 0 ? new Vec3(double.NaN, double.NaN, double.NaN) : edges.Aggregate((a, b) => a + b) / edges.Length;
    }

    private static void Move(SortedDictionary<ToothId, ToothFrame> poses, ToothId id, Vec3 shift) =>
        poses[id] = poses[id] with { Origin = poses[id].Origin + shift };

    private static void DeepenSpee(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, double depth)
    {
        ToothBody[] lower = [.. bodies.Values.Where(b => b.Id.Jaw == Jaw.Lower)];
        Vec3 Tip(ToothBody b) => poses[b.Id].PointFromLocal(b.Landmarks.OcclusalPoint);
        double front = lower.Min(b => Tip(b).Y);
        double back = lower.Max(b => Tip(b).Y);
        double Share(ToothBody b)
        {
            double t = (Tip(b).Y - front) / (back - front);
            return 4 * t * (1 - t);
        }

        // what is there already: the deepest buccal cusp below the chord from front to back
        ToothBody first = lower.MinBy(b => Tip(b).Y)!;
        ToothBody last = lower.MaxBy(b => Tip(b).Y)!;
        double Below(ToothBody b)
        {
            double t = (Tip(b).Y - front) / (back - front);
            return Tip(first).Z + (t * (Tip(last).Z - Tip(first).Z)) - Tip(b).Z;
        }

        double more = depth - lower.Max(Below);
        var drops = lower.Select(b => (b.Id, Drop: more * Share(b))).ToList();
        foreach ((ToothId id, double drop) in drops)
            Move(poses, id, new Vec3(0, 0, -drop));
    }

    /// <summary>The lower arch as a whole goes back (Class II) or forth, more on one side than on the other by a turn.</summary>
    private static void ShiftLower(SortedDictionary<ToothId, ToothFrame> poses, Malocclusion wanted)
    {
        if (wanted.ClassLeftMm == 0 && wanted.ClassRightMm == 0)
            return;
        double mean = 0.5 * (wanted.ClassLeftMm + wanted.ClassRightMm);
        double turn = Math.Atan2(wanted.ClassLeftMm - wanted.ClassRightMm, 2 * MolarHalfWidthMm);
        var center = new Vec3(0, 24, 0);
        RigidTransform motion = RigidTransform.AboutPoint(Rotation.About(Vec3.UnitZ, turn), center, new Vec3(0, mean, 0));
        foreach (ToothId id in poses.Keys.Where(id => id.Jaw == Jaw.Lower).ToArray())
            poses[id] = poses[id].Moved(motion);
    }

    private static void Cross(SortedDictionary<ToothId, ToothFrame> poses, ToothId upper)
    {
        Vec3 facial = (poses[upper].Facial with { Z = 0 }).Normalized();
        Move(poses, upper, facial * -CrossbiteUpperMm);
        ToothId lower = ToothId.FromFdi((upper.IsRight ? 40 : 30) + upper.Position);
        if (poses.ContainsKey(lower))
            Move(poses, lower, (poses[lower].Facial with { Z = 0 }).Normalized() * CrossbiteLowerMm);
    }

    private static void ChangeOverbite(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, double overbite)
    {
        double change = overbite - Overbite(bodies, poses);
        if (double.IsNaN(change))
            return;
        foreach (ToothId id in bodies.Keys)
        {
            double share = id.Position switch { 1 or 2 => 1, 3 => 0.6, 4 => change < 0 ? 0.2 : 0, _ => 0 };
            double extrusion = 0.5 * change * share;
            Move(poses, id, new Vec3(0, 0, id.Jaw == Jaw.Upper ? -extrusion : extrusion));
        }

        // deep bites have steep upper incisors: turned about their edges, roots forwards, they leave room behind
        foreach (ToothId id in bodies.Keys.Where(id => id.Jaw == Jaw.Upper && id.IsAnterior && change > 0))
        {
            double upright = Math.Min(MostUprightDeg, UprightDegPerMm * change) * (id.Position == 3 ? 0.5 : 1);
            Vec3 edge = poses[id].PointFromLocal(bodies[id].Landmarks.OcclusalPoint);
            Vec3 axis = Vec3.Cross(Vec3.UnitZ, poses[id].Facial with { Z = 0 }).Normalized();
            poses[id] = poses[id].Moved(RigidTransform.AboutPoint(Rotation.About(axis, double.DegreesToRadians(upright)), edge));
        }

        // what still cuts pushes the upper front forwards
        ToothBody[] upper = [.. bodies.Values.Where(b => b.Id.Jaw == Jaw.Upper && b.Id.IsAnterior)];
        ToothBody[] lower = [.. bodies.Values.Where(b => b.Id.Jaw == Jaw.Lower && b.Id.IsAnterior)];
        if (upper.Length == 0 || lower.Length == 0)
            return;
        double Clearance(double forward) => upper.Min(u => lower.Min(l => ToothBody.Gap(
            u, poses[u.Id] with { Origin = poses[u.Id].Origin - new Vec3(0, forward, 0) }, l, poses[l.Id])));
        if (Clearance(0) < 0)
        {
            double forward = ContactSearch.Find(f => Clearance(f) - 0.02, 0, 0.7, 0.01);
            foreach (ToothBody u in upper)
                Move(poses, u.Id, new Vec3(0, -forward, 0));
        }
    }

    private static void ChangeOverjet(
        SortedDictionary<ToothId, ToothBody> bodies, SortedDictionary<ToothId, ToothFrame> poses, double overjet)
    {
        double change = overjet - Overjet(bodies, poses);
        if (double.IsNaN(change))
            return;
        foreach (ToothBody body in bodies.Values.Where(b => b.Id.Jaw == Jaw.Upper && b.Id.Position <= 4))
        {
            // half by tipping about the apical third, half bodily; fading out behind the canines
            double share = body.Id.Position switch { 1 => 1, 2 => 0.9, 3 => 0.5, _ => 0.15 };
            ToothFrame pose = poses[body.Id];
            double forward = change * share;
            double arm = body.Shape.Height + (0.6 * body.Shape.Size.RootLengthMm);
            Vec3 pivot = pose.PointFromLocal(new Vec3(0, 0, -0.6 * body.Shape.Size.RootLengthMm));
            double angle = Math.Asin(Math.Clamp(0.5 * forward / arm, -0.5, 0.5));
            // about the x axis a positive turn carries −z towards +y: crowns of the upper jaw go forwards with a negative one
            RigidTransform tip = RigidTransform.AboutPoint(
                Rotation.About(Vec3.UnitX, -angle), pivot, new Vec3(0, -0.5 * forward, 0));
            Vec3 edge = pose.PointFromLocal(body.Landmarks.OcclusalPoint);
            // keep the overbite: take back what tipping does to the edge's height
            tip = tip with { Translation = tip.Translation + new Vec3(0, 0, edge.Z - tip.Apply(edge).Z) };
            poses[body.Id] = pose.Moved(tip);
        }
    }
}
