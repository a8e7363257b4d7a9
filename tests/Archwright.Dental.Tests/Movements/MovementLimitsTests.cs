using Archwright.Geometry;

namespace Archwright.Dental.Tests;

public class MovementLimitsTests
{
    private static readonly VelocityPreferences Limits = new();

    [Theory]
    [InlineData(0.004, 0.004, MovementType.Translation)]
    [InlineData(1, 0, MovementType.CrownTipping)]
    [InlineData(1, 0.35, MovementType.CrownTipping)]
    [InlineData(1, -0.35, MovementType.CrownTipping)]
    [InlineData(1, 0.36, MovementType.Translation)]
    [InlineData(1, 0.5, MovementType.BodilyTranslation)]
    [InlineData(1, 1, MovementType.BodilyTranslation)]
    [InlineData(-0.5, -1, MovementType.BodilyTranslation)]
    [InlineData(0.4, 1, MovementType.Torque)]
    [InlineData(-0.9, 1, MovementType.Torque)]
    [InlineData(0, 1, MovementType.Torque)]
    [InlineData(1, -0.9, MovementType.Translation)]
    public void The_type_follows_from_crown_against_apex(double crown, double apex, MovementType type)
    {
        MovementLimits.PlaneType(crown, apex, MovementType.Torque).ShouldBe(type);
        MovementLimits.PlaneType(-crown, -apex, MovementType.Torque).ShouldBe(type);
    }

    [Theory]
    [InlineData(11, 2.0)]
    [InlineData(13, 1.5)]
    [InlineData(14, 1.5)]
    [InlineData(16, 2.0)]
    [InlineData(54, 2.0)]
    public void Rotation_has_the_limit_of_the_tooth_class(int fdi, double limit)
    {
        LimitUse use = Use(fdi, "rotation", rotation: -1);

        (use.Type, use.Limit, use.Unit).ShouldBe((MovementType.Rotation, limit, "deg"));
        use.Measured.ShouldBe(1, 1e-9);
    }

    [Theory]
    [InlineData(11, 0.1, MovementType.Extrusion, 0.25)]
    [InlineData(33, 0.1, MovementType.Extrusion, 0.25)]
    [InlineData(14, 0.1, MovementType.Extrusion, 0.2)]
    [InlineData(46, 0.1, MovementType.Extrusion, 0.2)]
    [InlineData(11, -0.1, MovementType.Intrusion, 0.2)]
    [InlineData(46, -0.1, MovementType.Intrusion, 0.2)]
    public void Vertical_movement_has_its_own_rows(int fdi, double extrusion, MovementType type, double limit)
    {
        LimitUse use = Use(fdi, "vertical", extrusion: extrusion);

        (use.Type, use.Limit).ShouldBe((type, limit));
        use.Measured.ShouldBe(0.1, 1e-9);
    }

    [Fact]
    public void Crown_tipping_is_generous_and_the_moving_apex_is_not()
    {
        // About the apex, 22 mm from the crown point: the apex stands still.
        Movement tipping = new(0, 0, 0, 0, 2, 0, new Vec3(0.77, 0, 0), Vec3.Zero);
        // About the crown point: only the apex moves.
        Movement uprighting = new(0, 0, 0, 0, 2, 0, Vec3.Zero, new Vec3(-0.77, 0, 0));

        Of(11, tipping, "tip").ShouldSatisfy(MovementType.CrownTipping, 2.5);
        Of(14, tipping, "tip").ShouldSatisfy(MovementType.CrownTipping, 2.0);
        Of(11, uprighting, "tip").ShouldSatisfy(MovementType.RootUprighting, 1.5);
    }

    [Fact]
    public void VEL_17_where_the_apex_moves_too_the_root_limit_holds_though_the_crown_moves_more()
    {
        Movement turnedAboutItsCenter = new(0, 0, 0, 0, 0, 1, new Vec3(0, 0.23, 0), new Vec3(0, -0.16, 0));

        Of(11, turnedAboutItsCenter, "torque").Limit.ShouldBe(1.0);
    }

    [Fact]
    public void Bodily_movement_in_either_plane_sets_the_horizontal_limit_and_the_resultant_has_the_general_one()
    {
        Movement bodily = new(0.15, 0, 0.1, 0, 0, 0, new Vec3(0.15, 0, 0.1), new Vec3(0.15, 0, 0.1));

        Of(13, bodily, "horizontal").ShouldSatisfy(MovementType.BodilyTranslation, 0.2);
        LimitUse resultant = Of(13, bodily, "resultant");
        (resultant.Measured, resultant.Limit).ShouldBe((Math.Sqrt(0.15 * 0.15 + 0.1 * 0.1), 0.25));
    }

    [Fact]
    public void Utilisation_is_the_share_of_the_tightest_limit()
    {
        Movement m = new(0, 0, -0.1, 1.5, 0, 0, new Vec3(0, 0, -0.1), new Vec3(0, 0, -0.1));

        MovementLimits.Utilisation(ToothId.FromFdi(13), m, Limits).ShouldBe(1, 1e-12);
        MovementLimits.Utilisation(ToothId.FromFdi(11), m, Limits).ShouldBe(0.75, 1e-12);
    }

    [Fact]
    public void The_two_fixtures_that_must_always_fail_use_more_than_all()
    {
        // VEL-15: 0.35 mm of bodily canine retraction a tray. VEL-16: 4 mm of intrusion in 14 trays.
        Movement retraction = new(-0.35, 0, 0, 0, 0, 0, new Vec3(-0.35, 0, 0), new Vec3(-0.35, 0, 0));
        Movement intrusion = new(0, 0, -4.0 / 14, 0, 0, 0, new Vec3(0, 0, -4.0 / 14), new Vec3(0, 0, -4.0 / 14));

        MovementLimits.Utilisation(ToothId.FromFdi(13), retraction, Limits).ShouldBe(1.75, 1e-9);
        MovementLimits.Utilisation(ToothId.FromFdi(11), intrusion, Limits).ShouldBe(4.0 / 14 / 0.2, 1e-9);
    }

    private static LimitUse Of(int fdi, Movement movement, string component) =>
        MovementLimits.Uses(ToothId.FromFdi(fdi), movement, Limits).Single(u => u.Component == component);

    private static LimitUse Use(int fdi, string component, double extrusion = 0, double rotation = 0)
    {
        Tooth tooth = TestTeeth.Front(fdi);
        RigidTransform pose = Movement.Apply(tooth, RigidTransform.Identity, 0, 0, extrusion, rotation, 0, 0);
        return Of(fdi, Movement.Between(tooth, RigidTransform.Identity, pose), component);
    }
}

internal static class LimitUseAssertions
{
    public static void ShouldSatisfy(this LimitUse use, MovementType type, double limit) => (use.Type, use.Limit).ShouldBe((type, limit));
}
