using Archwright.Engine;

namespace Archwright.Conventions.Tests;

public class PipelinePageTests
{
    [Fact]
    public void The_page_tells_the_stages_of_the_code_in_their_order()
    {
        string[] lines = Repository.Read("docs/pipeline.md").Split('\n');

        lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].Split(" (")[0])
            .ShouldBe(TreatmentPipeline.StageNames);
        lines.ShouldContain($"`case folder → {string.Join(" → ", TreatmentPipeline.StageNames)} → plan folder`");
    }
}
