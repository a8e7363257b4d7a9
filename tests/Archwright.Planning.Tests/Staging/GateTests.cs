using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Macro;
using Archwright.Planning.Staging;

namespace Archwright.Planning.Tests.Staging;

/// <summary>When a tooth that others wait for has gone its share (ANC-01, ANC-03).</summary>
public class GateTests
{
    private const double WholeMm = 2.4;

    [Theory]
    [InlineData(1, 0.98, true)]
    [InlineData(1, 0.91, true)] // 0.22 mm: less than a tray, and less than a tenth of its way
    [InlineData(1, 0.89, false)] // 0.26 mm: a tray
    [InlineData(0.5, 0.49, true)]
    [InlineData(0.5, 0.47, false)] // the share of a way is kept
    public void ANC_03_a_long_way_is_gone_when_less_than_a_tray_is_left(double share, double gone, bool passed) =>
        IsPassed(WholeMm, share, gone).ShouldBe(passed);

    [Theory]
    [InlineData(0.82, true)] // 0.043 mm: what a neighbour that passes shifts a tooth
    [InlineData(0.75, false)]
    public void ANC_03_hundredths_of_a_short_way_keep_nobody_waiting(double gone, bool passed) => IsPassed(0.24, 1, gone).ShouldBe(passed);

    [Theory]
    [InlineData(0.97, false)]
    [InlineData(0.99, true)]
    public void ANC_03_a_tooth_hardly_late_goes_all_of_its_way_first(double gone, bool passed) => IsPassed(WholeMm, 1, gone, late: false).ShouldBe(passed);

    [Theory]
    [InlineData(0.25, true)]
    [InlineData(0.2, false)]
    public void ANC_03_what_a_tray_is_the_preferences_say(double trayMm, bool passed) => IsPassed(WholeMm, 1, 0.91, trayMm: trayMm).ShouldBe(passed);

    private static bool IsPassed(double wholeMm, double share, double gone, bool late = true, double trayMm = 0.25)
    {
        Tooth tooth = new BlockTooth(ToothId.FromFdi(11), Vec3.Zero, Vec3.UnitX, -Vec3.UnitY, -Vec3.UnitZ, new Vec3(4, 3, 5)).ToTooth();
        RigidTransform Moved(double mm) => Movement.Apply(tooth, RigidTransform.Identity, 0, -mm, 0, 0, 0, 0);
        var program = ToothProgram.Split(tooth, Moved(wholeMm), false, [], new TreatmentPreferences());
        program = program with { Windows = [new Window(0, 10)] };
        var at = MovementVector.Of(Movement.Between(tooth, RigidTransform.Identity, Moved(wholeMm * gone)));
        return new Gate(0, 0, share).IsPassed(program, at, late ? 12 : 11, trayMm);
    }
}
