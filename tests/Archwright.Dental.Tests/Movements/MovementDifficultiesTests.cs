namespace Archwright.Dental.Tests.Movements;

public class MovementDifficultiesTests
{
    [Fact]
    public void The_order_is_the_users()
    {
        // VEL-19
        (int Fdi, MovementType Movement)[] order =
        [
            (11, MovementType.CrownTipping), (11, MovementType.Rotation), (11, MovementType.Translation), (11, MovementType.Extrusion),
            (13, MovementType.Rotation), (13, MovementType.BodilyTranslation), (13, MovementType.RootUprighting), (16, MovementType.Extrusion),
            (11, MovementType.Torque),
        ];

        order.Select(m => MovementDifficulties.Of(ToothId.FromFdi(m.Fdi), m.Movement)).ShouldBe(MovementDifficulties.EasiestFirst);
    }
}
