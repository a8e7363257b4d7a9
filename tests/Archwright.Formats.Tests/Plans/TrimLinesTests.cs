using System.Text;
using System.Text.Json;
using Archwright.Dental;
using Archwright.Geometry;

namespace Archwright.Formats.Tests.Plans;

public class TrimLinesTests
{
    [Fact]
    public void Lines_are_written_per_stage_to_the_micron()
    {
        byte[] bytes = TrimLines.Write(Jaw.Upper, [(0, [[new Vec3(1.23456, -0.0000001, 3)]]), (1, [])]);

        using JsonDocument read = JsonDocument.Parse(bytes);
        read.RootElement.GetProperty("jaw").GetString().ShouldBe("upper");
        read.RootElement.GetProperty("stages").GetArrayLength().ShouldBe(2);
        Encoding.UTF8.GetString(bytes).ShouldContain("[1.235, 0, 3]");
    }
}
