namespace Archwright.Engine.Tests.Comparison;

public class ComparedPlanTests
{
    private static readonly ComparedPlan Base = new()
    {
        Preferences = "base",
        PreferencesSha256 = "",
        Trays = 20,
        Weeks = 40,
        IprMm = 2,
        Attachments = 10,
        Blockers = 0,
        OverReference = 0,
        Shortfalls = 1,
        MissedMovements = 12,
        NotAssessed = 0,
        RefinementProbability = 0.9,
    };

    [Fact]
    public void A_variant_that_is_nowhere_worse_and_somewhere_better_dominates()
    {
        (Base with { Trays = 18 }).Dominates(Base).ShouldBeTrue();
        Base.Dominates(Base with { Trays = 18 }).ShouldBeFalse();
        Base.Dominates(Base).ShouldBeFalse();
    }

    [Fact]
    public void Faster_at_the_price_of_anything_else_is_a_choice_and_not_dominance()
    {
        (Base with { Trays = 14, Weeks = 28, OverReference = 3 }).Dominates(Base).ShouldBeFalse();
        (Base with { Trays = 14, IprMm = 2.5 }).Dominates(Base).ShouldBeFalse();
        (Base with { MissedMovements = 8, Weeks = 60 }).Dominates(Base).ShouldBeFalse();
    }

    [Fact]
    public void Ignorance_is_no_advantage()
    {
        (Base with { RefinementProbability = null, Trays = 14 }).Dominates(Base).ShouldBeFalse();
        Base.Dominates(Base with { RefinementProbability = null }).ShouldBeTrue();
    }
}
