using Archwright.Dental;
using Archwright.Planning.Outcome;
using Archwright.Planning.Staging;
using Archwright.Planning.Tests.Staging;
using Archwright.Primitives;
using Xunit.Abstractions;

namespace Archwright.Planning.Tests.Outcome;

public class ForceProxyTests(ITestOutputHelper output)
{
    [Fact]
    public void One_movement_at_its_limit_is_one_and_movements_add_up()
    {
        ForceProxy.Of(ToothId.FromFdi(11), Turned(2, 0)).ShouldBe(1, 1e-6);
        ForceProxy.Of(ToothId.FromFdi(11), Turned(2, 0.2)).ShouldBe(2, 1e-6);
        ForceProxy.Of(ToothId.FromFdi(13), Turned(1.5, 0)).ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_lower_velocity_never_gives_a_higher_proxy_nor_fewer_trays(ulong seed)
    {
        // VEL-21, VEL-03
        var block = BlockCase.Create(new BlockOptions { ShiftMm = 1, TurnDeg = 8, SpaceMm = 0.6 }, seed);
        (double Proxy, int Trays) before = (double.PositiveInfinity, 0);
        foreach (double rate in new[] { 1.0, 0.8, 0.6 })
        {
            StagingResult plan = Stager.Run(block.Scene(new RunContext()), block.Setup, Slower(rate), new RunContext());
            (double Proxy, int Trays) now = (Greatest(block, plan), plan.Stages.Length - 1);
            output.WriteLine($"rate {rate}: proxy {now.Proxy:0.00}, {now.Trays} trays");
            now.Proxy.ShouldBeLessThanOrEqualTo(before.Proxy);
            now.Trays.ShouldBeGreaterThanOrEqualTo(before.Trays);
            before = now;
        }
    }

    [Fact]
    public void What_the_software_allows_and_what_biology_allows_are_two_verdicts()
    {
        // VEL-22: limits raised by preference let the software pass what biology does not follow
        OutcomePlan fast = new OutcomePlan { Trays = 5, WearDays = 7, Preferences = new TreatmentPreferences { Velocity = Doubled() } }
            .Move(11, facial: 2, rotation: 15);
        PlanOutcome outcome = fast.Run().Outcome;

        outcome.SoftwareVerdict.ShouldStartWith("within the per-tray limits");
        outcome.BiologyVerdict.ShouldEndWith("asks more than biology follows");
        PlanOutcome slow = (fast with { Trays = 30, WearDays = 14 }).Run().Outcome;
        slow.BiologyVerdict.ShouldEndWith("within what biology follows");
    }

    private static double Greatest(BlockCase block, StagingResult plan) => Enumerable.Range(1, plan.Stages.Length - 1)
        .Max(k => block.Teeth.Max(t => ForceProxy.Of(t.Id, Movement.Between(t, plan.Stages[k - 1][t.Id], plan.Stages[k][t.Id]))));

    private static Movement Turned(double rotationDeg, double intrusionMm) =>
        new(0, 0, -intrusionMm, rotationDeg, 0, 0, new Geometry.Vec3(0, 0, -intrusionMm), new Geometry.Vec3(0, 0, -intrusionMm));

    private static TreatmentPreferences Slower(double rate)
    {
        var v = new VelocityPreferences();
        return new TreatmentPreferences
        {
            Velocity = new VelocityPreferences
            {
                CrownTippingIncisorDeg = v.CrownTippingIncisorDeg * rate,
                CrownTippingOtherDeg = v.CrownTippingOtherDeg * rate,
                RotationIncisorDeg = v.RotationIncisorDeg * rate,
                RotationCaninePremolarDeg = v.RotationCaninePremolarDeg * rate,
                RotationMolarDeg = v.RotationMolarDeg * rate,
                ExtrusionAnteriorMm = v.ExtrusionAnteriorMm * rate,
                ExtrusionPosteriorWithAuxiliariesMm = v.ExtrusionPosteriorWithAuxiliariesMm * rate,
                RootUprightingDeg = v.RootUprightingDeg * rate,
                TorqueDeg = v.TorqueDeg * rate,
                BodilyMm = v.BodilyMm * rate,
                LinearMm = v.LinearMm * rate,
                IntrusionMm = v.IntrusionMm * rate,
            },
        };
    }

    private static VelocityPreferences Doubled() => new() { RotationIncisorDeg = 4, BodilyMm = 0.5, LinearMm = 0.5 };
}
