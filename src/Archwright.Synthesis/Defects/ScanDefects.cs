using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;

namespace Archwright.Synthesis;

/// <summary>
/// Puts faults of scanning into a synthetic arch, one at a time, of known kind, place and size: the truth that scan quality
/// control is measured against. Same arguments, same bytes. The case's teeth give the places. Frame: that of the scan, mm.
/// </summary>
public static class ScanDefects
{
    /// <summary>The arch with the fault.</summary>
    /// <param name="scan">A clean arch.</param>
    /// <param name="tooth">The tooth it is put on, true frame and all.</param>
    /// <param name="side">Direction from the tooth's middle in its own axes (mesial, facial, occlusal).</param>
    /// <param name="kind">What to do.</param>
    /// <param name="size">How much of it, in the unit the kind names.</param>
    /// <param name="seed">For what is random.</param>
    public static ArchScan Make(ArchScan scan, Tooth tooth, Vec3 side, ScanDefectKind kind, double size, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        return kind switch
        {
            ScanDefectKind.Hole => SurfaceDefects.Hole(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.Bubble => SurfaceDefects.Bump(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.Pit => SurfaceDefects.Bump(scan, Spot(scan, tooth, side), -size),
            ScanDefectKind.LastMolarMissing => Cut(scan, tooth, BehindMm(tooth) * -1),
            ScanDefectKind.ArchCut => Cut(scan, tooth, BehindMm(tooth) * ((2 * size) - 1)),
            ScanDefectKind.Mirrored => Moved(scan, p => new Vec3(-p.X, p.Y, p.Z), flips: true),
            ScanDefectKind.InsideOut => scan with { Mesh = scan.Mesh.Flipped() },
            ScanDefectKind.Inches => Moved(scan, p => p / 25.4),
            ScanDefectKind.Centimetres => Moved(scan, p => p / 10),
            ScanDefectKind.Metres => Moved(scan, p => p / 1000),
            ScanDefectKind.Scaled => Moved(scan, p => p * size),
            ScanDefectKind.Noise => SurfaceDefects.Noise(scan, _ => true, size, random),
            ScanDefectKind.NoisyTooth => SurfaceDefects.Noise(scan, f => scan.FaceLabels[f] == tooth.Id.Fdi, size, random),
            ScanDefectKind.StitchingStep => Step(scan, tooth, size),
            ScanDefectKind.DoubledLayer => SurfaceDefects.Layer(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.FlippedPatch => SurfaceDefects.Flip(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.Fin => SurfaceDefects.Fin(scan, Spot(scan, tooth, side), (int)size),
            ScanDefectKind.Tunnel => TunnelDefect.Make(scan, tooth, size),
            ScanDefectKind.ShortGingiva => SurfaceDefects.ShortGingiva(scan, size),
            ScanDefectKind.Coarse => SurfaceDefects.Coarse(scan, size),
            ScanDefectKind.FilledHole => MeshingDefects.FilledHole(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.FannedHole => MeshingDefects.FannedHole(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.InterproximalHole => CoverageDefects.HoleAt(scan, tooth.Landmarks.MesialContact, size),
            ScanDefectKind.GingivaHole => SurfaceDefects.Hole(scan, CoverageDefects.GumBeyondMargin(scan, tooth), size),
            ScanDefectKind.Smeared => MeshingDefects.Smeared(scan, tooth.Id.Fdi, size),
            ScanDefectKind.Spike => MeshingDefects.Spike(scan, Spot(scan, tooth, side), size),
            ScanDefectKind.DegenerateFaces => MeshingDefects.Degenerate(scan, size, random),
            ScanDefectKind.CoarseTooth => MeshingDefects.CoarseTooth(scan, tooth.Id.Fdi, size),
            ScanDefectKind.ShortGingivaAtTooth => CoverageDefects.ShortGingivaAt(scan, tooth, size),
            ScanDefectKind.ExcessMargin => CoverageDefects.ExcessMargin(scan, tooth, size),
            ScanDefectKind.DuplicatedFaces => SurfaceDefects.Duplicated(scan, Spot(scan, tooth, side), size),
            _ => SurfaceDefects.LoosePart(scan, Spot(scan, tooth, side), size),
        };
    }

    /// <summary>Upper against lower arch moved out of its bite: <paramref name="scan"/> after a motion in its occlusal frame.</summary>
    /// <param name="scan">The arch to move.</param>
    /// <param name="occlusalFromScan">The case's frame.</param>
    /// <param name="shift">Shift: left, back, up, mm.</param>
    /// <param name="rollDeg">Turn about the sagittal axis through the origin, degrees.</param>
    /// <param name="pitchDeg">Turn about the transverse axis.</param>
    public static ArchScan OutOfBite(ArchScan scan, RigidTransform occlusalFromScan, Vec3 shift, double rollDeg = 0, double pitchDeg = 0)
    {
        Rotation turn = Rotation.About(Vec3.UnitY, double.DegreesToRadians(rollDeg)) * Rotation.About(Vec3.UnitX, double.DegreesToRadians(pitchDeg));
        RigidTransform motion = occlusalFromScan.Inverse * new RigidTransform(turn, shift) * occlusalFromScan;
        return scan with { Mesh = scan.Mesh.Transformed(motion) };
    }

    /// <summary>The middle of a crown: half-way between the facial-axis point and its lingual counterpart.</summary>
    internal static Vec3 Middle(Tooth tooth) => (tooth.Landmarks.FacialAxisPoint + tooth.Landmarks.LingualPoint) * 0.5;

    // The face of the tooth that the ray from the middle of its crown leaves through.
    private static int Spot(ArchScan scan, Tooth tooth, Vec3 side)
    {
        Vec3 middle = Middle(tooth);
        Vec3 direction = tooth.Frame.FromLocal(side).Normalized();
        int best = -1;
        double least = double.PositiveInfinity;
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            if (scan.FaceLabels[f] != tooth.Id.Fdi)
                continue;
            Vec3 d = scan.Mesh.FaceCenter(f) - middle;
            double off = d.Reject(direction).Length - (0.2 * Math.Min(0, Vec3.Dot(d, direction)));
            if (Vec3.Dot(d, direction) > 0 && off < least)
                (least, best) = (off, f);
        }

        Preconditions.Require(best >= 0, "the tooth has surface on this side");
        return best;
    }

    private static double BehindMm(Tooth tooth) => tooth.Landmarks.WidthMm / 2;

    // All that lies further distal of the tooth's middle than the distance given, on its side of the arch, is cut off.
    private static ArchScan Cut(ArchScan scan, Tooth tooth, double mesialMm)
    {
        Vec3 mesial = tooth.Frame.Mesial.Reject(tooth.Frame.Occlusal).Normalized();
        Vec3 at = Middle(tooth) + (mesial * mesialMm * -1);
        Vec3 start = Middle(tooth);
        return SurfaceDefects.Keep(scan, f =>
        {
            Vec3 p = scan.Mesh.FaceCenter(f);
            return Vec3.Dot(p - at, mesial) > 0 || Vec3.Distance(p, start) > 25;
        });
    }

    private static ArchScan Step(ArchScan scan, Tooth tooth, double heightMm)
    {
        // outwards and upwards alike, so that walls and biting surfaces both get their ledge
        Vec3 shift = (tooth.Frame.Facial + tooth.Frame.Occlusal).Normalized() * (heightMm * Math.Sqrt(2));
        Vec3 at = Middle(tooth);
        return Moved(scan, p => Vec3.Dot(p - at, tooth.Frame.Mesial) < 0 && Vec3.Distance(p, at) < 30 ? p + shift : p);
    }

    private static ArchScan Moved(ArchScan scan, Func<Vec3, Vec3> motion, bool flips = false)
    {
        TriangleMesh moved = scan.Mesh.WithVertices([.. scan.Mesh.Vertices.ToArray().Select(motion)]);
        return scan with { Mesh = flips ? moved.Flipped() : moved };
    }
}
