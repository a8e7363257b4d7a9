using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// Synthetic arches for training and measuring, and the changes that keep a classifier from learning the generator's manners:
/// stretching, bending, smoothing, thicker gum, worn cusps, trimmed edges, model bases, scanner noise. All from a seed.
/// </summary>
internal static class SyntheticScans
{
    /// <summary><see cref="Create(ulong, bool, Func{ToothId[], IEnumerable{ToothDamage}})"/>, kept in a folder so that the next run need not make it again.</summary>
    public static LabelledMesh[] Create(ulong seed, string? cache, bool tiesAreGum = false)
    {
        if (cache is null)
            return Create(seed, tiesAreGum);
        string file = Path.Combine(cache, $"{seed}{(tiesAreGum ? "-gum" : "")}.bin");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            using (var writer = new BinaryWriter(File.Create(file + ".part")))
            {
                LabelledMesh[] made = Create(seed, tiesAreGum);
                writer.Write(made.Length);
                foreach (LabelledMesh arch in made)
                    Write(writer, arch);
            }

            File.Move(file + ".part", file, overwrite: true);
        }

        using var reader = new BinaryReader(File.OpenRead(file));
        var arches = new LabelledMesh[reader.ReadInt32()];
        for (int i = 0; i < arches.Length; i++)
            arches[i] = Read(reader);
        return arches;
    }

    private static void Write(BinaryWriter writer, LabelledMesh arch)
    {
        writer.Write(arch.Name);
        writer.Write(arch.IsUpper);
        writer.Write(arch.Mesh.VertexCount);
        writer.Write(arch.Mesh.TriangleCount);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(arch.Mesh.Vertices));
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(arch.Mesh.Triangles));
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(arch.Labels.AsSpan()));
    }

    private static LabelledMesh Read(BinaryReader reader)
    {
        string name = reader.ReadString();
        bool isUpper = reader.ReadBoolean();
        var vertices = new Vec3[reader.ReadInt32()];
        var faces = new Triangle[reader.ReadInt32()];
        int[] labels = new int[vertices.Length];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vertices.AsSpan()));
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(faces.AsSpan()));
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(labels.AsSpan()));
        return new LabelledMesh(name, isUpper, new TriangleMesh(vertices, faces), labels);
    }

    /// <summary>A case of a seed: any malocclusion, missing teeth, third molars, any number of triangles.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="tiesAreGum">Whose a vertex is that has as many faces of gum as of a tooth: the tooth's, as in reference labels, unless the gum is to have it.</param>
    /// <param name="damage">Chooses crowns to damage among the teeth that are there.</param>
    public static LabelledMesh[] Create(ulong seed, bool tiesAreGum = false, Func<ToothId[], IEnumerable<ToothDamage>>? damage = null)
    {
        SeededRandom random = new SeededRandom(seed).Fork("segmentation case");
        SynthesisOptions options = (seed % 10) switch
        {
            0 => SynthesisPresets.MildCrowding(seed),
            1 => SynthesisPresets.SevereCrowding(seed),
            2 => SynthesisPresets.Spacing(seed),
            3 => SynthesisPresets.DeepBite(seed),
            4 => SynthesisPresets.ClassII(seed),
            5 => SynthesisPresets.ClassIII(seed),
            6 => SynthesisPresets.Crossbite(seed),
            7 => SynthesisPresets.OpenBite(seed),
            _ => SynthesisPresets.Random(seed),
        };
        var missing = new List<ToothId>();
        if (random.NextDouble() < 0.4)
        {
            ToothId[] all = [.. ToothId.Permanent(Jaw.Upper), .. ToothId.Permanent(Jaw.Lower)];
            int count = 1 + random.Next(5);
            for (int i = 0; i < count; i++)
                missing.Add(all[random.Next(all.Length)]);
        }

        options = options with
        {
            TrianglesPerArch = 10_000 + random.Next(9_000),
            ThirdMolars = random.NextDouble() < 0.35,
            Palate = random.NextDouble() < 0.6,
            Squareness = random.Uniform(-1, 1),
            Missing = [.. missing.Distinct()],
            SizeVariation = random.Uniform(0.5, 1),
        };
        if (damage is not null)
        {
            ToothId[] there = [.. ToothId.Permanent(Jaw.Upper).Concat(ToothId.Permanent(Jaw.Lower))
                .Where(id => !options.Missing.Contains(id) && (id.Position < 8 || options.ThirdMolars))];
            options = options with { Damaged = [.. damage(there)] };
        }

        SyntheticCase made = Made(options);
        return [.. new[] { made.Upper, made.Lower }.OfType<ArchScan>().Select(s => new LabelledMesh(
            $"synthetic-{seed}-{(s.Jaw == Jaw.Upper ? "upper" : "lower")}", s.Jaw == Jaw.Upper, s.Mesh, VertexLabels(s, tiesAreGum)))];
    }

    // some draws ask more of the generator than it can place: then the same case with all its teeth and an average form
    private static SyntheticCase Made(SynthesisOptions options)
    {
        foreach (SynthesisOptions attempt in (SynthesisOptions[])[options, options with { Missing = [], Squareness = 0 }])
        {
            try
            {
                SyntheticCase made = SyntheticDentition.Create(attempt, new RunContext());
                if (new[] { made.Upper, made.Lower }.OfType<ArchScan>().All(s => s.Mesh.Bounds.Size.Length < 150))
                    return made;
            }
            catch (OverflowException)
            {
                Console.Error.WriteLine($"case {options.Seed} cannot be placed");
            }
        }

        return SyntheticDentition.Create(SynthesisPresets.Ideal(options.Seed) with { TrianglesPerArch = options.TrianglesPerArch }, new RunContext());
    }

    /// <summary>The arch changed and turned any way.</summary>
    public static LabelledMesh Changed(LabelledMesh arch, ulong seed)
    {
        SeededRandom random = new SeededRandom(seed).Fork("augmentation " + arch.Name);
        (Vec3[] p, Triangle[] faces) = arch.Mesh.ToArrays();
        int[] labels = [.. arch.Labels];
        double up = arch.IsUpper ? -1 : 1;
        MeshTopology topology = MeshTopology.Of(arch.Mesh);
        double top = p.Max(q => up * q.Z);
        double[] margin = DistanceFrom(p, topology, v => labels[v] != 0);
        double[] inside = DistanceFrom(p, topology, v => labels[v] == 0);
        RaiseRidge(p, labels, up, random);
        SoftenMargin(p, topology, margin, inside, random);
        CloseGaps(p, labels, random);
        ThickenGum(p, VertexNormals.Of(arch.Mesh), labels, margin, random);
        Wear(p, labels, up, top, random);
        Bend(p, random);
        Smooth(p, topology, random);
        double noise = random.NextDouble() < 0.5 ? random.Uniform(0, 0.05) : 0;
        for (int v = 0; v < p.Length; v++)
            p[v] += new Vec3(random.Normal(0, 1), random.Normal(0, 1), random.Normal(0, 1)) * noise;
        bool[] kept = new bool[p.Length];
        double low = random.NextDouble() < 0.6 ? random.Uniform(1.5, 9) : 100;
        double ragged = random.Uniform(0, 1);
        (Vec3 At, double Radius)[] holes = [.. Enumerable.Range(0, random.Next(8)).Select(_ => (p[random.Next(p.Length)], random.Uniform(0.4, 2.2)))];
        for (int v = 0; v < p.Length; v++)
        {
            kept[v] = !Array.Exists(holes, h => labels[v] == 0 && Vec3.Distance(h.At, p[v]) < h.Radius);
            kept[v] &= margin[v] < low + (ragged * (Math.Sin(p[v].X * 0.8) + Math.Sin((p[v].Y * 0.6) + 1)));
        }

        faces = [.. faces.Where(t => kept[t.A] && kept[t.B] && kept[t.C])];
        (Vec3[] points, int[] own) = Compact(p, labels, faces);
        var mesh = new TriangleMesh(points, faces);
        if (random.NextDouble() < 0.35)
            (mesh, own) = WithBase(mesh, own, up, random);
        var turn = new RigidTransform(
            Rotation.About(new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized(), random.Uniform(0, Math.PI)),
            new Vec3(random.Uniform(-50, 50), random.Uniform(-50, 50), random.Uniform(-50, 50)));
        return arch with { Mesh = mesh.Transformed(turn), Labels = own };
    }

    private static int[] VertexLabels(ArchScan scan, bool tiesAreGum)
    {
        var votes = new Dictionary<int, int>[scan.Mesh.VertexCount];
        for (int f = 0; f < scan.Mesh.TriangleCount; f++)
        {
            Triangle t = scan.Mesh.Triangles[f];
            foreach (int v in (ReadOnlySpan<int>)[t.A, t.B, t.C])
            {
                votes[v] ??= [];
                votes[v][scan.FaceLabels[f]] = votes[v].GetValueOrDefault(scan.FaceLabels[f]) + 1;
            }
        }

        return [.. votes.Select(v => v is null ? 0 : v.OrderByDescending(e => e.Value).ThenBy(e => tiesAreGum ? e.Key : -e.Key).First().Key)];
    }

    // Distance along edges from the vertices where something holds.
    private static double[] DistanceFrom(Vec3[] p, MeshTopology topology, Func<int, bool> here)
    {
        double[] distance = [.. Enumerable.Range(0, p.Length).Select(v => here(v) ? 0.0 : double.PositiveInfinity)];
        var queue = new PriorityQueue<int, double>();
        for (int v = 0; v < p.Length; v++)
        {
            if (distance[v] == 0)
                queue.Enqueue(v, 0);
        }

        while (queue.TryDequeue(out int v, out double d))
        {
            if (d > distance[v])
                continue;
            foreach (int n in topology.NeighboursOf(v))
            {
                double through = d + Vec3.Distance(p[v], p[n]);
                if (through < distance[n])
                {
                    distance[n] = through;
                    queue.Enqueue(n, through);
                }
            }
        }

        return distance;
    }

    // Humps of gum: where teeth are missing the ridge stays high, and behind the last tooth there is a tuberosity.
    private static void RaiseRidge(Vec3[] p, int[] labels, double up, SeededRandom random)
    {
        int humps = random.Next(14);
        for (int i = 0; i < humps; i++)
        {
            int at = random.Next(p.Length);
            if (labels[at] != 0)
                continue;
            double radius = random.Uniform(1.5, 5);
            double height = random.Uniform(-1, 3.5);
            Vec3 center = p[at];
            for (int v = 0; v < p.Length; v++)
            {
                if (labels[v] == 0)
                    p[v] += new Vec3(0, 0, up * height * Math.Exp(-(p[v] - center).LengthSquared / (radius * radius)));
            }
        }
    }

    // Real margins are often shallow: the crease is smoothed away to any degree.
    private static void SoftenMargin(Vec3[] p, MeshTopology topology, double[] margin, double[] inside, SeededRandom random)
    {
        int rounds = random.NextDouble() < 0.7 ? random.Next(14) : 0;
        double reach = random.Uniform(0.3, 1.6);
        for (int r = 0; r < rounds; r++)
        {
            Vec3[] before = [.. p];
            for (int v = 0; v < p.Length; v++)
            {
                ReadOnlySpan<int> ring = topology.NeighboursOf(v);
                if (Math.Max(margin[v], inside[v]) > reach || ring.Length == 0)
                    continue;
                Vec3 sum = Vec3.Zero;
                foreach (int n in ring)
                    sum += before[n];
                p[v] = Vec3.Lerp(before[v], sum / ring.Length, 0.4);
            }
        }
    }

    // The generator leaves the place of a missing tooth open; here it closes, as after an extraction.
    private static void CloseGaps(Vec3[] p, int[] labels, SeededRandom random)
    {
        var teeth = new SortedDictionary<int, (Vec3 Sum, int Count)>();
        for (int v = 0; v < p.Length; v++)
        {
            if (labels[v] == 0)
                continue;
            ToothId id = ToothId.FromFdi(labels[v]);
            (Vec3 sum, int count) = teeth.GetValueOrDefault(id.ArchPlace);
            teeth[id.ArchPlace] = (sum + p[v], count + 1);
        }

        Jaw jaw = ToothId.FromFdi(labels.First(l => l != 0)).Jaw;
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            int[] places = [.. teeth.Keys.Where(k => Math.Sign(k) == side).Select(Math.Abs).Order()];
            for (int i = 1; i < places.Length; i++)
            {
                if (places[i] == places[i - 1] + 1 || random.NextDouble() < 0.35)
                    continue;
                double Width(int place) => ToothNorms.Of(ToothId.FromFdi((jaw == Jaw.Upper ? 10 : 40) + place)).MesiodistalMm;
                Vec3 a = teeth[side * places[i - 1]].Sum / teeth[side * places[i - 1]].Count;
                Vec3 b = teeth[side * places[i]].Sum / teeth[side * places[i]].Count;
                Vec3 way = (b - a) with { Z = 0 };
                double apart = way.Length;
                double surplus = (apart - (0.5 * (Width(places[i - 1]) + Width(places[i])))) * random.Uniform(0.5, 1);
                if (surplus <= 0)
                    continue;
                Vec3 unit = way.Normalized();
                for (int v = 0; v < p.Length; v++)
                {
                    if (p[v].X * b.X <= 0)
                        continue;
                    double t = Vec3.Dot(p[v] - a, unit) / apart;
                    double share = labels[v] == 0 ? Math.Clamp((t - 0.3) / 0.4, 0, 1) : ToothId.FromFdi(labels[v]).Position >= places[i] ? 1 : 0;
                    p[v] -= unit * (surplus * share);
                }

                for (int k = i; k < places.Length; k++)
                    teeth[side * places[k]] = (teeth[side * places[k]].Sum - (unit * (surplus * teeth[side * places[k]].Count)), teeth[side * places[k]].Count);
            }
        }
    }

    private static void ThickenGum(Vec3[] p, Vec3[] normals, int[] labels, double[] margin, SeededRandom random)
    {
        double amount = random.Uniform(-0.1, 0.8);
        double reach = random.Uniform(0.5, 3);
        Func<Vec3, double> wave = Wave(random, 9);
        for (int v = 0; v < p.Length; v++)
        {
            if (labels[v] == 0)
                p[v] += normals[v] * (amount * (1 + (0.6 * wave(p[v]))) * (1 - Math.Exp(-Math.Min(margin[v], 20) / reach)));
        }
    }

    private static void Wear(Vec3[] p, int[] labels, double up, double top, SeededRandom random)
    {
        double depth = random.NextDouble() < 0.5 ? random.Uniform(0, 1.6) : 0;
        double keep = random.Uniform(0.3, 0.9);
        for (int v = 0; v < p.Length && depth > 0; v++)
        {
            double over = (up * p[v].Z) - (top - depth - 1);
            if (labels[v] != 0 && over > 0)
                p[v] += new Vec3(0, 0, -up * over * (1 - keep));
        }
    }

    private static void Bend(Vec3[] p, SeededRandom random)
    {
        double all = random.Uniform(0.88, 1.1);
        var stretch = new Vec3(random.Uniform(0.9, 1.1), random.Uniform(0.9, 1.1), random.Uniform(0.75, 1.3)) * all;
        double fine = random.Uniform(0, 0.45);
        double coarse = random.Uniform(0, 1.2);
        Func<Vec3, double>[] small = [Wave(random, 7), Wave(random, 7), Wave(random, 7)];
        Func<Vec3, double>[] large = [Wave(random, 22), Wave(random, 22), Wave(random, 22)];
        for (int v = 0; v < p.Length; v++)
        {
            Vec3 q = p[v];
            p[v] = new Vec3(q.X * stretch.X, q.Y * stretch.Y, q.Z * stretch.Z)
                + (new Vec3(small[0](q), small[1](q), small[2](q)) * fine)
                + (new Vec3(large[0](q), large[1](q), large[2](q)) * coarse);
        }
    }

    // Sum of six plane waves of about the given length, about −1 … 1.
    private static Func<Vec3, double> Wave(SeededRandom random, double lengthMm)
    {
        (Vec3 K, double Phase)[] waves = new (Vec3, double)[6];
        for (int i = 0; i < waves.Length; i++)
        {
            Vec3 direction = new Vec3(random.Normal(), random.Normal(), random.Normal()).Normalized();
            waves[i] = (direction * (2 * Math.PI / (lengthMm * random.Uniform(0.8, 1.6))), random.Uniform(0, 2 * Math.PI));
        }

        return q =>
        {
            double sum = 0;
            foreach ((Vec3 k, double phase) in waves)
                sum += Math.Sin(Vec3.Dot(k, q) + phase);
            return sum / 2.5;
        };
    }

    private static void Smooth(Vec3[] p, MeshTopology topology, SeededRandom random)
    {
        int rounds = random.Next(7);
        for (int r = 0; r < rounds; r++)
        {
            Vec3[] before = [.. p];
            for (int v = 0; v < p.Length; v++)
            {
                ReadOnlySpan<int> ring = topology.NeighboursOf(v);
                if (ring.Length == 0)
                    continue;
                Vec3 sum = Vec3.Zero;
                foreach (int n in ring)
                    sum += before[n];
                p[v] = Vec3.Lerp(before[v], sum / ring.Length, 0.3);
            }
        }
    }

    private static (Vec3[] Points, int[] Labels) Compact(Vec3[] p, int[] labels, Triangle[] faces)
    {
        int[] number = new int[p.Length];
        Array.Fill(number, -1);
        var points = new List<Vec3>();
        var own = new List<int>();
        int Of(int v)
        {
            if (number[v] < 0)
            {
                number[v] = points.Count;
                points.Add(p[v]);
                own.Add(labels[v]);
            }

            return number[v];
        }

        for (int f = 0; f < faces.Length; f++)
            faces[f] = new Triangle(Of(faces[f].A), Of(faces[f].B), Of(faces[f].C));
        return ([.. points], [.. own]);
    }

    // Walls down from the border, slanting outwards a little, as a model's base.
    private static (TriangleMesh Mesh, int[] Labels) WithBase(TriangleMesh mesh, int[] labels, double up, SeededRandom random)
    {
        MeshTopology topology = MeshTopology.Of(mesh);
        var points = mesh.Vertices.ToArray().ToList();
        var own = labels.ToList();
        var faces = mesh.Triangles.ToArray().ToList();
        double level = points.Min(q => up * q.Z) - random.Uniform(1, 15);
        double slant = random.Uniform(0, 0.5);
        double ledge = random.NextDouble() < 0.6 ? random.Uniform(1, 9) : 0;
        Vec3 center = mesh.Bounds.Center;
        var below = new Dictionary<int, int[]>();
        const int Rings = 8;
        int[] Column(int v)
        {
            if (below.TryGetValue(v, out int[]? column))
                return column;
            column = new int[Rings];
            Vec3 q = points[v];
            Vec3 out0 = new Vec3(q.X - center.X, q.Y - center.Y, 0).Normalized();
            double depth = (up * q.Z) - level;
            for (int r = 0; r < Rings; r++)
            {
                double share = (r + 1.0) / Rings;
                column[r] = points.Count;
                double down = ledge > 0 ? Math.Max(0, share - 0.4) / 0.6 : share;
                points.Add(q + new Vec3(0, 0, -up * depth * down) + (out0 * ((slant * depth * Math.Sqrt(share)) + (ledge * Math.Min(1, share / 0.4)))));
                own.Add(0);
            }

            return below[v] = column;
        }

        foreach (Edge e in topology.BoundaryEdges)
        {
            int[] a = Column(e.From);
            int[] b = Column(e.To);
            for (int r = 0; r < Rings; r++)
            {
                int a0 = r == 0 ? e.From : a[r - 1];
                int b0 = r == 0 ? e.To : b[r - 1];
                faces.Add(new Triangle(b0, a0, a[r]));
                faces.Add(new Triangle(b0, a[r], b[r]));
            }
        }

        return (new TriangleMesh([.. points], [.. faces]), [.. own]);
    }
}
