namespace Archwright.Primitives.Tests;

public class ResultTests
{
    private static Problem Error { get; } = Problem.Error("too-big", "the file is too big", "a.stl", 5, 4, "byte");

    private static Problem Warning { get; } = Problem.Warning("odd", "this is odd", "a.stl");

    [Fact]
    public void A_value_may_carry_warnings_but_no_error()
    {
        Result<string> result = Result<string>.Ok("value", Warning);

        result.IsOk.ShouldBeTrue();
        result.Require().ShouldBe("value");
        result.Problems.ShouldBe([Warning]);
        Should.Throw<ArgumentException>(() => Result<string>.Ok("value", Error));
    }

    [Fact]
    public void A_failure_has_an_error_and_no_value()
    {
        Result<string> result = Result<string>.Fail(Warning, Error);

        result.IsOk.ShouldBeFalse();
        result.Value.ShouldBeNull();
        Should.Throw<InvalidOperationException>(result.Require).Message.ShouldContain("too-big at a.stl");
        Should.Throw<ArgumentException>(() => Result<string>.Fail(Warning));
    }
}
