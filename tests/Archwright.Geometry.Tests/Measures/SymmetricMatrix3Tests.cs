namespace Archwright.Geometry.Tests.Measures;

public class SymmetricMatrix3Tests
{
    [Fact]
    public void Eigenvalues_and_axes_come_ascending_and_right_handed()
    {
        var turn = Rotation.FromVector(new Vec3(1, 2, 3));
        Vec3 x = turn.Apply(Vec3.UnitX);
        Vec3 y = turn.Apply(Vec3.UnitY);
        Vec3 z = turn.Apply(Vec3.UnitZ);
        SymmetricMatrix3 matrix = (SymmetricMatrix3.Outer(x) * 7) + (SymmetricMatrix3.Outer(y) * -2) + (SymmetricMatrix3.Outer(z) * 4);

        SymmetricEigen eigen = matrix.Eigen();

        eigen.Least.ShouldBe(-2, 1e-12);
        eigen.Middle.ShouldBe(4, 1e-12);
        eigen.Greatest.ShouldBe(7, 1e-12);
        Math.Abs(Vec3.Dot(eigen.LeastAxis, y)).ShouldBe(1, 1e-12);
        Math.Abs(Vec3.Dot(eigen.MiddleAxis, z)).ShouldBe(1, 1e-12);
        Math.Abs(Vec3.Dot(eigen.GreatestAxis, x)).ShouldBe(1, 1e-12);
        Vec3.Dot(Vec3.Cross(eigen.LeastAxis, eigen.MiddleAxis), eigen.GreatestAxis).ShouldBe(1, 1e-12);
    }
}
