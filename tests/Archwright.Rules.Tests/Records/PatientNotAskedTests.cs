using Archwright.Dental;

namespace Archwright.Rules.Tests;

public class PatientNotAskedTests
{
    [Fact]
    public void A_history_nobody_asked_for_is_found()
    {
        RuleRun.ShownOnPage<PatientNotAsked>(new PlanBuilder().Tooth(11).Records(r => r with { Resorption = null, Restorative = null }))
            .Measured.ShouldBe(2);
    }

    [Fact]
    public void A_history_with_nothing_in_it_was_asked_for()
    {
        RuleRun.Of<PatientNotAsked>(new PlanBuilder().Tooth(11)).ShouldBeEmpty();
    }

    [Fact]
    public void The_doctors_knowledge_of_the_patient_is_a_field()
    {
        // CLN-11: mindset or compliance; compliance feeds the expected outcome
        PlanPatient silent = HealthyRecords.Patient with { Records = HealthyRecords.All with { Knowledge = null } };

        RuleRun.Of<PatientNotAsked>(new PlanBuilder().Tooth(11).Patient(silent)).ShouldHaveSingleItem().Message.ShouldContain("knowledge");
        RuleRun.Of<PatientNotAsked>(new PlanBuilder().Tooth(11).Patient(silent with { Compliance = PatientCompliance.Poor })).ShouldBeEmpty();
    }
}
