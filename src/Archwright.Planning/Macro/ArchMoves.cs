using System.Collections.Immutable;
using Archwright.Dental;

namespace Archwright.Planning.Macro;

/// <summary>What the target asks of one arch: the question every macro pattern starts from.</summary>
/// <param name="Jaw">Upper or lower.</param>
/// <param name="Teeth">Indices of its teeth in the scene, from the patient's right to the left.</param>
/// <param name="Programs">Programmes of all teeth of the scene.</param>
internal sealed record ArchMoves(Jaw Jaw, ImmutableArray<int> Teeth, ImmutableArray<ToothProgram> Programs)
{
    /// <summary>A tooth that goes distally by more than this distalises: above what a scan can tell, mm.</summary>
    private const double DistalMm = 0.3;

    /// <summary>The arches of a scene.</summary>
    public static ImmutableArray<ArchMoves> Of(ImmutableArray<ToothProgram> programs) =>
    [
        .. Enumerable.Range(0, programs.Length)
            .GroupBy(i => programs[i].Tooth.Id.Jaw)
            .OrderBy(g => g.Key)
            .Select(g => new ArchMoves(g.Key, [.. g], programs)),
    ];

    /// <summary>
    /// Sides on which a molar goes distally: the moving teeth from the last molar forward to the canine, in that order.
    /// </summary>
    public IEnumerable<ImmutableArray<int>> DistalChains()
    {
        foreach (bool right in (bool[])[true, false])
        {
            int[] side = [.. Side(right).Where(i => Position(i) >= 3 && Programs[i].Moves).OrderByDescending(Position)];
            if (side.Any(i => Position(i) >= 6 && Programs[i].Total.Mesial < -DistalMm))
                yield return [.. side];
        }
    }

    /// <summary>
    /// True where a tooth is missing between front and molars and front teeth go back into its place: a canine or premolar before it
    /// distally, or the incisors lingually. A lateral that makes up for a missing canine while all incisors come forward retracts nothing.
    /// </summary>
    public bool RetractsIntoSpace() => SpacePositions().Any(s => s.Position > 3) || (SpacePositions().Any() && IncisorsGoBack());

    /// <summary>Sides and positions of missing premolars or canines whose mesial neighbours move distally.</summary>
    public IEnumerable<(bool Right, int Position)> SpacePositions()
    {
        foreach (bool right in (bool[])[true, false])
        {
            int[] present = [.. Side(right).Select(Position)];
            for (int position = 3; position <= 5; position++)
            {
                bool missing = !present.Contains(position) && present.Any(p => p > position);
                int mesial = Side(right).Where(i => Position(i) < position).OrderByDescending(Position).FirstOrDefault(-1);
                if (missing && mesial >= 0 && Programs[mesial].Moves && Programs[mesial].Total.Mesial < -2 * DistalMm)
                    yield return (right, position);
            }
        }
    }

    /// <summary>True where both canines and incisors are intruded by more than a bound.</summary>
    public bool IntrudesFront(double mm) =>
        Teeth.Any(i => Position(i) == 3 && Intrudes(i, mm)) && Teeth.Any(i => Position(i) <= 2 && Intrudes(i, mm));

    /// <summary>Position in the quadrant, 1–8.</summary>
    public int Position(int tooth) => Programs[tooth].Tooth.Id.Position;

    /// <summary>True where a tooth is intruded by more than a bound.</summary>
    public bool Intrudes(int tooth, double mm) => Programs[tooth].Moves && Programs[tooth].Total.Extrusion < -mm;

    private bool IncisorsGoBack() => Teeth.Where(i => Position(i) <= 2 && Programs[i].Moves).Sum(i => Programs[i].Total.Facial) < 0;

    private IEnumerable<int> Side(bool right) => Teeth.Where(i => Programs[i].Tooth.Id.IsRight == right);
}
