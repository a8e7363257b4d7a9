using System.Globalization;
using Archwright.Analysis;
using Archwright.Dental;
using Archwright.Primitives;
using Archwright.Synthesis;

namespace Archwright.Bench.Segmentation;

/// <summary>
/// <c>damage-eval COUNT [--from SEED] [--changed] [--quiet]</c>: prepared and broken crowns and healing abutments on synthetic arches, one tooth at a time
/// in each jaw, and the same arches sound: is the region found (overlap over a half), held back as unknown, and are the other teeth's numbers right that are
/// right where all crowns are sound?
/// </summary>
internal static class DamageEvaluation
{
    private static readonly ToothClass[] Classes = [ToothClass.Incisor, ToothClass.Canine, ToothClass.Premolar, ToothClass.Molar];

    public static void Run(ReadOnlySpan<string> args)
    {
        string[] all = args.ToArray();
        int first = Array.IndexOf(all, "--from") is var i and >= 0 ? int.Parse(all[i + 1], CultureInfo.InvariantCulture) : 0;
        int count = int.Parse(all[0], CultureInfo.InvariantCulture);
        bool isChanged = all.Contains("--changed");
        bool isQuiet = all.Contains("--quiet");
        var tally = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var wrongSound = new HashSet<(string, int)>();
        for (int seed = first; seed < first + count; seed++)
        {
            Arches((ulong)seed, "sound", null, null, isChanged, isQuiet, tally, wrongSound);
            foreach (ToothDamageKind kind in Enum.GetValues<ToothDamageKind>())
            {
                foreach (ToothClass of in Classes)
                    Arches((ulong)seed, $"{kind} {of}", kind, of, isChanged, isQuiet, tally, wrongSound);
            }
        }

        foreach ((string what, Tally t) in tally)
        {
            Console.WriteLine(
                $"{what,-28} {t.Teeth,4} damaged: {t.Found,4} found, {t.Unknown,4} unknown, {t.Held,4} held back; other numbers wrong {t.OthersWrong,3} of {t.Others}, " +
                $"sound called unknown {t.False,3}");
        }
    }

    private static void Arches(
        ulong seed, string what, ToothDamageKind? kind, ToothClass? of, bool isChanged, bool isQuiet, SortedDictionary<string, Tally> tally, HashSet<(string, int)> wrongSound)
    {
        var random = new SeededRandom(seed).Fork($"damage-eval {what}");
        var chosen = new List<ToothId>();
        LabelledMesh[] arches = SyntheticScans.Create(seed, damage: there =>
        {
            foreach (Jaw jaw in (ReadOnlySpan<Jaw>)[Jaw.Upper, Jaw.Lower])
            {
                ToothId[] able = [.. there.Where(id => id.Jaw == jaw && id.Class == of && id.Position < 8)];
                if (kind is not null && able.Length > 0)
                    chosen.Add(able[random.Next(able.Length)]);
            }

            return chosen.Select(id => new ToothDamage(id, kind!.Value));
        });
        foreach (LabelledMesh arch in arches)
        {
            LabelledMesh scan = isChanged ? SyntheticScans.Changed(arch, seed + 77_000) : arch;
            Result<SegmentedArch> result = ArchSegmentation.Run(scan.Mesh, scan.IsUpper ? Jaw.Upper : Jaw.Lower, SegmentationWeights.Network, new RunContext(1));
            Tally t = tally.GetValueOrDefault(what);
            int damaged = chosen.FirstOrDefault(id => id.Jaw == Jaw.Upper == scan.IsUpper && scan.Labels.Contains(id.Fdi)).Fdi;
            if (result.Value is not { } found)
            {
                Console.WriteLine($"{scan.Name} {what} {damaged}: {result.Problems[0].Message}");
                continue;
            }

            SegmentationEvaluation.Score score = SegmentationEvaluation.Of(scan.Labels, [.. found.VertexLabels]);
            bool IsUnknown(int fdi) => found.Doubts.Any(d => d.Code == "segment-tooth-unknown" && d.Location == $"tooth {fdi}");
            (int Truth, int Found, double IoU) own = score.Pairs.FirstOrDefault(p => p.Truth == damaged);
            bool isFound = own.IoU > 0.5;
            bool isUnknown = own.Found != 0 && IsUnknown(own.Found);
            bool isHeld = own.Found != 0 ? found.Doubts.Any(d => d.Location == $"tooth {own.Found}") : found.Doubts.Any(d => d.Code == "segment-part-left-out");
            (int Truth, int Found, double IoU)[] others = [.. score.Pairs.Where(p => p.Truth != damaged)];
            (int Truth, int Found, double IoU)[] wrong = [.. others.Where(p => p.Found != p.Truth && (kind is null || !wrongSound.Contains((scan.Name, p.Truth))))];
            if (kind is null)
                wrongSound.UnionWith(wrong.Select(w => (scan.Name, w.Truth)));
            int[] falsely = [.. others.Where(p => p.Found != 0 && IsUnknown(p.Found)).Select(p => p.Truth)];
            tally[what] = new Tally(
                t.Teeth + (damaged != 0 ? 1 : 0), t.Found + (damaged != 0 && isFound ? 1 : 0), t.Unknown + (isUnknown ? 1 : 0), t.Held + (damaged != 0 && isHeld ? 1 : 0),
                t.Others + others.Length, t.OthersWrong + wrong.Length, t.False + falsely.Length);
            if (!isQuiet)
            {
                Console.WriteLine(
                    $"{scan.Name} {what} {damaged}: found {own.Found} {own.IoU:0.00}{(isUnknown ? " UNKNOWN" : isHeld ? " held" : damaged != 0 ? " UNSEEN" : "")}" +
                    $" wrong {string.Join(' ', wrong.Select(w => $"{w.Truth}>{w.Found}"))} falsely {string.Join(' ', falsely)}");
                foreach (Problem d in found.Doubts.Where(d => d.Code == "segment-tooth-unknown"))
                    Console.WriteLine("    " + d.Message);
            }
        }
    }

    private readonly record struct Tally(int Teeth, int Found, int Unknown, int Held, int Others, int OthersWrong, int False);
}
