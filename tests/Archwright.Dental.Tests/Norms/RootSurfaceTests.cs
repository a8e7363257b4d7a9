namespace Archwright.Dental.Tests.Norms;

public class RootSurfaceTests
{
    [Fact]
    public void Molars_anchor_more_than_canines_and_canines_more_than_incisors()
    {
        // ANC-03: reaction is weighed by root surface
        foreach (int quadrant in new[] { 10, 20, 30, 40 })
        {
            double Of(int position) => RootSurface.Mm2(ToothId.FromFdi(quadrant + position));

            Of(6).ShouldBeGreaterThan(Of(3));
            Of(3).ShouldBeGreaterThan(Of(1));
            Of(7).ShouldBeGreaterThan(Of(8));
        }
    }
}
