using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Synthesis.Tests.Damage;

/// <summary>Damaged crowns: lower and narrower than the sound ones in their place, in the same dentition.</summary>
[Collection("ideal")]
public class DamagedToothTests(IdealFixture ideal)
{
    private static readonly int[] Teeth = [11, 23, 24, 16, 31, 43, 45, 36];

    [Theory]
    [InlineData(ToothDamageKind.Prepared)]
    [InlineData(ToothDamageKind.Broken)]
    [InlineData(ToothDamageKind.HealingAbutment)]
    public void A_damaged_crown_lies_within_the_sound_one_and_has_lost_much_of_it(ToothDamageKind kind)
    {
        SyntheticCase made = Made(kind);

        foreach (int fdi in Teeth)
        {
            (double sound, double left) = (SurfaceMm2(ideal.Case, fdi), SurfaceMm2(made, fdi));
            left.ShouldBeInRange(0.05 * sound, 0.9 * sound, $"{kind} {fdi}");
            Top(made, fdi).ShouldBeLessThan(Top(ideal.Case, fdi) + 0.05, $"{kind} {fdi}");
        }
    }

    [Fact]
    public void A_ground_crown_narrows_towards_its_top_and_touches_no_neighbour()
    {
        SyntheticCase made = Made(ToothDamageKind.Prepared);

        foreach (int fdi in Teeth)
        {
            Width(made, fdi).ShouldBeLessThan(0.85 * Width(ideal.Case, fdi), $"{fdi}");
            (Top(ideal.Case, fdi) - Top(made, fdi)).ShouldBeGreaterThan(1, $"{fdi}");
        }
    }

    [Fact]
    public void All_other_teeth_stand_where_they_stood_and_the_same_seed_breaks_the_same_way()
    {
        SyntheticCase made = Made(ToothDamageKind.Broken);

        foreach (SyntheticTooth tooth in made.Teeth)
            tooth.Tooth.Frame.ShouldBe(ideal.Case.Teeth.Single(t => t.Id == tooth.Id).Tooth.Frame);
        Made(ToothDamageKind.Broken).Upper!.Mesh.Vertices.ToArray().ShouldBe(made.Upper!.Mesh.Vertices.ToArray());
        SyntheticDentition.Create(ideal.Options with { Damaged = [new ToothDamage(ToothId.FromFdi(18), ToothDamageKind.Broken)] }, new RunContext(2))
            .Upper!.Mesh.Vertices.ToArray().ShouldBe(ideal.Case.Upper!.Mesh.Vertices.ToArray());
    }

    private SyntheticCase Made(ToothDamageKind kind) => SyntheticDentition.Create(
        ideal.Options with { Damaged = [.. Teeth.Select(f => new ToothDamage(ToothId.FromFdi(f), kind))] }, new RunContext(2));

    private static double SurfaceMm2(SyntheticCase made, int fdi)
    {
        ArchScan scan = Scan(made, fdi);
        return Enumerable.Range(0, scan.Mesh.TriangleCount).Where(f => scan.FaceLabels[f] == fdi).Sum(f => scan.Mesh.AreaVector(f).Length / 2);
    }

    // how far it reaches along its own occlusal axis
    private static double Top(SyntheticCase made, int fdi) => Along(made, fdi, f => f.Occlusal).Max();

    private static double Width(SyntheticCase made, int fdi)
    {
        double[] along = Along(made, fdi, f => f.Mesial);
        return along.Max() - along.Min();
    }

    private static double[] Along(SyntheticCase made, int fdi, Func<ToothFrame, Geometry.Vec3> axis)
    {
        ArchScan scan = Scan(made, fdi);
        ToothFrame frame = made.Teeth.Single(t => t.Id.Fdi == fdi).Tooth.Frame;
        return
        [
            .. Enumerable.Range(0, scan.Mesh.TriangleCount).Where(f => scan.FaceLabels[f] == fdi)
                .Select(f => Geometry.Vec3.Dot(scan.Mesh.FaceCenter(f) - frame.Origin, axis(frame))),
        ];
    }

    private static ArchScan Scan(SyntheticCase made, int fdi) => (fdi < 30 ? made.Upper : made.Lower)!;
}
