using Archwright.Geometry;
using Archwright.Mutations.Cases;
using Archwright.Primitives;

namespace Archwright.Mutations.Forms;

/// <summary>Defects of a scan's surface that most scanners make and some programs die of.</summary>
internal static class ScanSurface
{
    public static Blow[] Blows { get; } =
    [
        On("repeated faces", (a, r) => Times(r, 2.5, () => a.Add(a.Faces[r.Next(a.Faces.Count)], a.Labels[r.Next(a.Labels.Count)]))),
        On("degenerate faces", (a, r) => Times(r, 2.5, () => a.Add(Degenerate(a, r), Pick.From(a.Labels, r)))),
        On("fins on edges", (a, r) => Times(r, 2, () => Fin(a, r))),
        On("bow-ties", (a, r) => Times(r, 2, () => BowTie(a, r))),
        On("part flipped", (a, r) => FlipNear(a, Pick.From(a.Vertices, r))),
        On("one tooth flipped", (a, r) => FlipTooth(a, Pick.Tooth(a, r))),
        On("all flipped", (a, _) => Flip(a, _ => true)),
        On("faces flipped at random", (a, r) => FlipShare(a, r, r.NextDouble())),
        On("holes", (a, r) => Times(r, 1, () => Hole(a, r))),
        On("faces lost at random", (a, r) => Lose(a, r, r.NextDouble() * r.NextDouble())),
        On("islands", (a, r) => Times(r, 1.5, () => Island(a, r))),
        On("noise", (a, r) => Noise(a, r, Pick.Magnitude(r, -3, 0.5))),
        On("spikes", (a, r) => Times(r, 1.5, () => a.Vertices[r.Next(a.Vertices.Count)] += Pick.Direction(r) * Pick.Magnitude(r, 0, 2))),
        On("vertices of no face", (a, r) => Times(r, 2.5, () => a.Vertices.Add(Pick.Direction(r) * 30))),
        On("surface twice", (a, _) => Double(a, 0)),
        On("surface twice, a hair apart", (a, r) => Double(a, Pick.Magnitude(r, -6, -1))),
        On("faces without shared vertices", (a, _) => Unshare(a)),
        On("edges collapsed", (a, r) => Times(r, 2.5, () => a.Vertices[r.Next(a.Vertices.Count)] = a.Vertices[r.Next(a.Vertices.Count)])),
        On("faces in another order", Reordered),
        On("vertices on a lattice", (a, r) => Snap(a, Pick.Magnitude(r, -2, 0.3))),
    ];

    private static Blow On(string name, Action<ArchDraft, SeededRandom> blow) => new(name, (m, r) =>
    {
        ArchDraft arch = Pick.Arch(m, r);
        if (arch.Faces.Count > 0 && arch.Vertices.Count > 0)
            blow(arch, r);
    });

    private static void Times(SeededRandom r, double magnitudeMax, Action action)
    {
        for (int i = 0, n = (int)Pick.Magnitude(r, 0, magnitudeMax); i < n; i++)
            action();
    }

    private static Triangle Degenerate(ArchDraft a, SeededRandom r)
    {
        Triangle t = Pick.From(a.Faces, r);
        return Pick.From([new Triangle(t.A, t.A, t.B), new Triangle(t.A, t.B, t.A), new Triangle(t.A, t.A, t.A)], r);
    }

    private static void Fin(ArchDraft a, SeededRandom r)
    {
        int f = r.Next(a.Faces.Count);
        Triangle t = a.Faces[f];
        a.Vertices.Add(a.Vertices[t.A] + (Pick.Direction(r) * 2));
        a.Add(new Triangle(t.A, t.B, a.Vertices.Count - 1), a.Labels[f]);
    }

    private static void BowTie(ArchDraft a, SeededRandom r)
    {
        int f = r.Next(a.Faces.Count);
        a.Vertices.Add(a.Vertices[a.Faces[f].A] + Pick.Direction(r));
        a.Vertices.Add(a.Vertices[a.Faces[f].A] + Pick.Direction(r));
        a.Add(new Triangle(a.Faces[f].A, a.Vertices.Count - 2, a.Vertices.Count - 1), a.Labels[f]);
    }

    private static void Flip(ArchDraft a, Func<int, bool> isTurned)
    {
        for (int f = 0; f < a.Faces.Count; f++)
        {
            if (isTurned(f))
                a.Faces[f] = a.Faces[f].Flipped;
        }
    }

    private static void FlipNear(ArchDraft a, Vec3 at) => Flip(a, f => Vec3.Distance(a.Vertices[a.Faces[f].A], at) < 8);

    private static void FlipTooth(ArchDraft a, int tooth) => Flip(a, f => a.Labels[f] == tooth);

    private static void FlipShare(ArchDraft a, SeededRandom r, double share) => Flip(a, _ => r.NextDouble() < share);

    private static void Hole(ArchDraft a, SeededRandom r)
    {
        if (a.Faces.Count < 20)
            return;
        Vec3 at = a.Vertices[a.Faces[r.Next(a.Faces.Count)].A];
        double radius = r.Uniform(0.5, 6);
        a.RemoveFaces(f => Vec3.Distance(a.Vertices[a.Faces[f].A], at) < radius);
    }

    private static void Lose(ArchDraft a, SeededRandom r, double share) => a.RemoveFaces(_ => r.NextDouble() < share);

    private static void Island(ArchDraft a, SeededRandom r)
    {
        int at = a.Vertices.Count;
        Vec3 center = Pick.From(a.Vertices, r) + (Pick.Direction(r) * r.Uniform(0, 10));
        a.Vertices.AddRange([center, center + Pick.Direction(r), center + Pick.Direction(r), center + Pick.Direction(r)]);
        int label = Pick.From(a.Labels, r);
        a.Add(new Triangle(at, at + 2, at + 1), label);
        a.Add(new Triangle(at, at + 1, at + 3), label);
        a.Add(new Triangle(at + 1, at + 2, at + 3), label);
    }

    private static void Noise(ArchDraft a, SeededRandom r, double mm)
    {
        for (int v = 0; v < a.Vertices.Count; v++)
            a.Vertices[v] += new Vec3(r.Normal(), r.Normal(), r.Normal()) * mm;
    }

    private static void Double(ArchDraft a, double apartMm)
    {
        int faces = a.Faces.Count;
        int vertices = a.Vertices.Count;
        for (int v = 0; v < vertices; v++)
            a.Vertices.Add(a.Vertices[v] + new Vec3(0, 0, apartMm));
        for (int f = 0; f < faces; f++)
            a.Add(new Triangle(a.Faces[f].A + vertices, a.Faces[f].B + vertices, a.Faces[f].C + vertices), a.Labels[f]);
    }

    private static void Unshare(ArchDraft a)
    {
        Vec3[] old = [.. a.Vertices];
        a.Vertices.Clear();
        for (int f = 0; f < a.Faces.Count; f++)
        {
            Triangle t = a.Faces[f];
            a.Vertices.AddRange([old[t.A], old[t.B], old[t.C]]);
            a.Faces[f] = new Triangle(3 * f, (3 * f) + 1, (3 * f) + 2);
        }
    }

    private static void Reordered(ArchDraft a, SeededRandom r)
    {
        for (int i = a.Faces.Count - 1; i > 0; i--)
        {
            int j = r.Next(i + 1);
            (a.Faces[i], a.Faces[j]) = (a.Faces[j], a.Faces[i]);
            (a.Labels[i], a.Labels[j]) = (a.Labels[j], a.Labels[i]);
        }
    }

    private static void Snap(ArchDraft a, double stepMm)
    {
        double Round(double c) => Math.Round(c / stepMm) * stepMm;
        a.Move(p => new Vec3(Round(p.X), Round(p.Y), Round(p.Z)));
    }
}
