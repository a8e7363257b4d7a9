using Archwright.Dental;
using Archwright.Formats.Review;

namespace Archwright.Formats.Tests.Review;

public sealed class ReviewMovementsTests
{
    private static readonly ToothMovements Eleven = ReviewMovements.Of(ReviewSample.Data().Plan)[0];

    [Fact]
    public void A_pure_rotation_is_named_and_held_against_its_limit()
    {
        TrayMovement tray = Eleven.Stages[0];
        tray.Type.ShouldBe(MovementType.Rotation);
        Math.Abs(tray.Tray.RotationDeg).ShouldBe(2, 1e-4);
        // an incisor may turn by 2° a tray: this one is at its limit
        tray.Share.ShouldBe(1, 1e-4);
        tray.Uses.Single(u => u.Component == "rotation").Limit.ShouldBe(2);
    }

    [Fact]
    public void A_tooth_that_stands_has_no_type_and_keeps_what_it_has_done()
    {
        TrayMovement second = Eleven.Stages[1];
        second.Type.ShouldBeNull();
        second.Share.ShouldBe(0);
        second.Uses.ShouldBeEmpty();
        second.SoFar.ShouldBe(Eleven.Stages[0].SoFar);
        Eleven.Total.ShouldBe(second.SoFar);
    }

    [Fact]
    public void The_peak_is_the_first_tray_that_asks_most()
    {
        Eleven.PeakStage.ShouldBe(1);
        ReviewMovements.Of(ReviewSample.Data().Plan)[1].PeakStage.ShouldBeNull();
    }
}
