using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class BiteChangedWithoutFunctionalRecordTests
{
    [Fact]
    public void A_bite_opened_by_1_2_mm_without_a_functional_record_is_a_diagnostic_gap()
    {
        // CLN-04
        RuleRun.ShownOnPage<BiteChangedWithoutFunctionalRecord>(Opened(1.2)).Measured!.Value.ShouldBe(1.2, 1e-6);
    }

    [Fact]
    public void A_millimetre_or_a_whole_record_is_none()
    {
        RuleRun.Of<BiteChangedWithoutFunctionalRecord>(Opened(1)).ShouldBeEmpty();
        RuleRun.Of<BiteChangedWithoutFunctionalRecord>(Opened(1.2, HealthyRecords.All.Functional)).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_without_centric_relation_contacts_sounds_or_parafunction_is_half_a_record()
    {
        // CLN-03: what a functional record holds
        FunctionalRecord half = HealthyRecords.All.Functional! with { CentricShiftMm = null, BalancingContacts = null, JointLeft = null, Parafunction = null };

        string message = RuleRun.Of<BiteChangedWithoutFunctionalRecord>(Opened(1.2, half)).ShouldHaveSingleItem().Message;

        message.ShouldContain("centric relation, balancing contacts, joint sounds, parafunction");
    }

    /// <summary>Incisors intruded by so much: the overbite shrinks by it.</summary>
    internal static PlanBuilder Opened(double mm, FunctionalRecord? record = null) => new PlanBuilder()
        .Tooth(11).Tooth(21).Tooth(31).Tooth(41).Records(r => r with { Functional = record })
        .Move(11, 1, extrusion: -mm).Move(21, 1, extrusion: -mm);
}
