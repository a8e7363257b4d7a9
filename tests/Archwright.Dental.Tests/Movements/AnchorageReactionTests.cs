namespace Archwright.Dental.Tests;

public class AnchorageReactionTests
{
    private static readonly ToothId Molar = ToothId.FromFdi(16);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(1.7, 1)]
    public void A_tooth_moves_by_the_share_of_its_limit_it_uses(double share, double moves) =>
        AnchorageReaction.MovingMm2(Molar, share).ShouldBe(moves * RootSurface.Mm2(Molar), 1e-9);

    [Fact]
    public void Of_two_alike_one_at_its_limit_loads_the_other_by_its_own_weight() => AnchorageReaction.Ratio(433, 866).ShouldBe(1, 1e-9);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(10)]
    public void What_may_move_at_a_ratio_has_that_ratio(double ratio) =>
        AnchorageReaction.Ratio(AnchorageReaction.MostMovingMm2(ratio, 1500), 1500).ShouldBe(ratio, 1e-9);

    [Fact]
    public void Where_nothing_stands_the_ratio_is_finite() => AnchorageReaction.Ratio(433, 433).ShouldBe(433, 1e-9);
}
