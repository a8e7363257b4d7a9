using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;
using Archwright.Planning.Setup;
using Archwright.Primitives;

namespace Archwright.Planning.Tests.Staging;

/// <summary>
/// A case of block teeth: an ideal arch as target, and a start made from it by random shifts and turns, relaxed until no two
/// teeth overlap, as real teeth never do.
/// </summary>
internal sealed class BlockCase
{
    private readonly BlockTooth[] _blocks;
    private readonly Vec3[][] _samples;

    private BlockCase(BlockTooth[] blocks, ImmutableArray<Tooth> teeth, SetupResult setup)
    {
        _blocks = blocks;
        _samples = [.. blocks.Select(b => b.Surface(22))];
        Teeth = teeth;
        Setup = setup;
    }

    public ImmutableArray<Tooth> Teeth { get; }

    public SetupResult Setup { get; }

    public CollisionScene Scene(RunContext ctx) => CollisionScene.Build(Teeth, antagonists: true, ctx);

    public static BlockCase Create(BlockOptions options, ulong seed)
    {
        var random = new SeededRandom(seed);
        BlockTooth[] ideal = [.. Arch(Jaw.Upper, options).Concat(options.Lower ? Arch(Jaw.Lower, options) : []).OrderBy(b => b.Id)];
        var motion = new RigidTransform[ideal.Length];
        for (int i = 0; i < ideal.Length; i++)
        {
            double share = ideal[i].Id.Class == ToothClass.Molar ? 0.3 : 1;
            Vec3 Vector(double size, double vertical) => new(
                random.Uniform(-size, size) * share, random.Uniform(-size, size) * share, random.Uniform(-size, size) * vertical * share);
            Vec3 turn = Vector(options.TurnDeg, 1.5) * (Math.PI / 180);
            bool held = options.Fixed.Contains(ideal[i].Id.Fdi);
            motion[i] = held
                ? RigidTransform.Identity
                : RigidTransform.AboutPoint(Rotation.FromVector(turn), ideal[i].Center, Vector(options.ShiftMm, 0.5));
        }

        Relax(ideal, motion, options);
        BlockTooth[] start = [.. ideal.Select((b, i) => b.Moved(motion[i]))];
        ImmutableArray<Tooth> teeth =
        [
            .. start.Select(b => b.ToTooth(options.Fixed.Contains(b.Id.Fdi) ? ToothRestriction.Implant : ToothRestriction.None)),
        ];
        var setup = new SetupResult
        {
            Target = Enumerable.Range(0, ideal.Length).ToImmutableSortedDictionary(i => ideal[i].Id, i => motion[i].Inverse),
            Ipr = [.. IprNeeds(ideal, options)],
            Objectives = [],
            Shortfalls = [],
            Measures = [],
        };
        return new BlockCase(start, teeth, setup);
    }

    /// <summary>Depth by sampling both surfaces against each other's formula: shares nothing with the stager's own measure.</summary>
    public double Depth(int a, RigidTransform poseA, int b, RigidTransform poseB) =>
        Between(_blocks[a], _samples[a], poseA, _blocks[b], _samples[b], poseB).DepthMm;

    private static Overlap Between(
        BlockTooth a, Vec3[] samplesA, RigidTransform poseA, BlockTooth b, Vec3[] samplesB, RigidTransform poseB)
    {
        Overlap ab = Into(samplesA, poseA, b, poseB);
        Overlap ba = Into(samplesB, poseB, a, poseA);
        return ab.DepthMm >= ba.DepthMm ? ab with { Direction = -ab.Direction } : ba;
    }

    private static Overlap Into(Vec3[] samples, RigidTransform pose, BlockTooth other, RigidTransform otherPose)
    {
        RigidTransform otherFrom = otherPose.Inverse * pose;
        double radius = other.Half.Length;
        double least = 0;
        Vec3 at = default;
        foreach (Vec3 sample in samples)
        {
            Vec3 p = otherFrom.Apply(sample);
            if ((p - other.Center).LengthSquared > radius * radius)
                continue;
            double d = other.Distance(p);
            if (d < least)
                (least, at) = (d, p);
        }

        return least < 0 ? new Overlap(-least, otherPose.Apply(at), otherPose.ApplyDirection(other.Normal(at))) : default;
    }

    private static IEnumerable<BlockTooth> Arch(Jaw jaw, BlockOptions options)
    {
        ToothId[] ids = [.. ToothId.Permanent(jaw).Where(t => t.Position <= 7)];
        double depth = jaw == Jaw.Upper ? 42 : 41;
        double width = jaw == Jaw.Upper ? 28 : 25.5;
        double Y(double x) => (depth * Math.Pow(Math.Abs(x) / width, 2.6)) - 20;
        foreach (bool right in new[] { true, false })
        {
            double x = 0;
            double travelled = 0;
            IEnumerable<ToothId> side = ids.Where(t => t.IsRight == right).OrderBy(t => t.Position);
            foreach (ToothId id in side)
            {
                double gap = options.SpaceMm - (id.Position <= 4 ? options.IprMm : 0);
                double half = BlockTooth.HalfSizes(id).X;
                double goal = travelled + (id.Position == 1 ? gap / 2 : gap) + half;
                while (travelled < goal)
                {
                    double next = x + 0.002;
                    travelled += Math.Sqrt(0.002 * 0.002 + Math.Pow(Y(next) - Y(x), 2));
                    x = next;
                }

                double sign = right ? -1 : 1;
                Vec3 tangent = new Vec3(1, (Y(x + 0.01) - Y(x - 0.01)) / 0.02, 0).Normalized();
                Vec3 mesial = new(-tangent.X * sign, -tangent.Y, 0);
                Vec3 facial = new Vec3(tangent.Y * sign, -tangent.X, 0);
                Vec3 occlusal = new(0, 0, jaw == Jaw.Upper ? -1 : 1);
                double z = jaw == Jaw.Upper ? BlockTooth.HalfSizes(id).Z : -BlockTooth.HalfSizes(id).Z - 0.1;
                var block = new BlockTooth(id, new Vec3(sign * x, Y(x), z), mesial, facial, occlusal, BlockTooth.HalfSizes(id));
                travelled = goal;
                double reach = goal + half;
                while (travelled < reach)
                {
                    double next = x + 0.002;
                    travelled += Math.Sqrt(0.002 * 0.002 + Math.Pow(Y(next) - Y(x), 2));
                    x = next;
                }

                yield return block;
            }
        }
    }

    private static IEnumerable<IprNeed> IprNeeds(BlockTooth[] ideal, BlockOptions options)
    {
        if (options.IprMm <= 0)
            yield break;
        for (int i = 0; i + 1 < ideal.Length; i++)
        {
            double overlap = Between(
                ideal[i], ideal[i].Surface(40), RigidTransform.Identity, ideal[i + 1], ideal[i + 1].Surface(40), RigidTransform.Identity).DepthMm;
            if (overlap > 0.01)
                yield return new IprNeed(ideal[i].Id, ideal[i + 1].Id, Math.Round(overlap + 0.005, 2));
        }
    }

    private static void Relax(BlockTooth[] ideal, RigidTransform[] motion, BlockOptions options)
    {
        Vec3[][] samples = [.. ideal.Select(b => b.Surface(20))];
        for (int round = 0; round < 150; round++)
        {
            bool clear = true;
            for (int a = 0; a < ideal.Length; a++)
            {
                for (int b = a + 1; b < ideal.Length; b++)
                {
                    if (Vec3.Distance(motion[a].Apply(ideal[a].Center), motion[b].Apply(ideal[b].Center)) > 14)
                        continue;
                    Overlap o = Between(ideal[a], samples[a], motion[a], ideal[b], samples[b], motion[b]);
                    if (o.DepthMm < 0.005)
                        continue;
                    clear = false;
                    bool heldA = options.Fixed.Contains(ideal[a].Id.Fdi);
                    bool heldB = options.Fixed.Contains(ideal[b].Id.Fdi);
                    Vec3 push = o.Direction * ((o.DepthMm * 0.55) + 0.002);
                    if (!heldA)
                        motion[a] = motion[a] with { Translation = motion[a].Translation - push };
                    if (!heldB)
                        motion[b] = motion[b] with { Translation = motion[b].Translation + push };
                }
            }

            if (clear)
                return;
        }
    }
}
