using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class MovementWithoutAttachmentTests
{
    [Fact]
    public void ATT_03_a_canine_rotated_by_six_degrees_without_attachment_is_found()
    {
        Finding finding = RuleRun.ShownOnPage<MovementWithoutAttachment>(
            new PlanBuilder().Tooth(13).Move(13, 1, rotation: 3).Move(13, 2, rotation: 3));

        finding.Tooth.ShouldBe(13);
        finding.Measured!.Value.ShouldBe(6, 0.01);
        finding.Limit.ShouldBe(5);
    }

    [Fact]
    public void VEL_07_a_canine_or_premolar_that_turns_has_a_stricter_limit_overcorrection_and_an_attachment()
    {
        var preferences = new TreatmentPreferences();

        preferences.Velocity.RotationCaninePremolarDeg.ShouldBeLessThan(preferences.Velocity.RotationIncisorDeg);
        preferences.Overcorrection.RotationCaninePremolarShare.ShouldBeGreaterThan(preferences.Overcorrection.RotationIncisorShare);
        foreach (int fdi in new[] { 13, 14 })
            RuleRun.Of<MovementWithoutAttachment>(new PlanBuilder().Tooth(fdi).Moves(fdi, 1, 4, rotation: 1.5)).ShouldHaveSingleItem().Tooth.ShouldBe(fdi);
        RuleRun.Of<MovementWithoutAttachment>(new PlanBuilder().Tooth(11).Moves(11, 1, 4, rotation: 1.5)).ShouldBeEmpty();
    }

    [Fact]
    public void At_the_threshold_or_with_an_attachment_there_is_nothing_to_find()
    {
        RuleRun.Of<MovementWithoutAttachment>(new PlanBuilder().Tooth(13).Move(13, 1, rotation: 5)).ShouldBeEmpty();
        RuleRun.Of<MovementWithoutAttachment>(
            new PlanBuilder().Tooth(13).Move(13, 1, rotation: 6).Attachment(13, AttachmentType.RectangularHorizontal, 1, 1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("VEL-13")]
    [InlineData("VEL-14")]
    public void Root_uprighting_and_bodily_translation_demand_one(string row)
    {
        PlanBuilder plan = new PlanBuilder().Tooth(14);
        for (int k = 1; k <= 6; k++)
            _ = row == "VEL-14" ? plan.Move(14, k, mesial: 0.2) : plan.TurnAbout(14, k, 2, tip: 1.2);

        RuleRun.Of<MovementWithoutAttachment>(plan).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_incisors_torque_is_served_by_a_power_ridge()
    {
        PlanBuilder Torqued()
        {
            PlanBuilder plan = new PlanBuilder().Tooth(11);
            for (int k = 1; k <= 8; k++)
                plan.TurnAbout(11, k, 2, torque: 0.9);
            return plan;
        }

        RuleRun.Of<MovementWithoutAttachment>(Torqued()).ShouldHaveSingleItem().Message.ShouldContain("neither power ridge");
        RuleRun.Of<MovementWithoutAttachment>(Torqued().Auxiliary(11, "power-ridge", 1, 8)).ShouldBeEmpty();
    }
}
