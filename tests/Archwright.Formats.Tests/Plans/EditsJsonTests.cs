using System.Text;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Plans;

public class EditsJsonTests
{
    [Fact]
    public void STG_08_edits_are_read_as_written()
    {
        Result<StagingEdits> read = Read(
            """{"schema":"archwright.edits/1","edits":[{"fdi":16,"kind":"hold","movement":"rotation","from":3,"to":5,"by":"dr","why":"pain"}]}""");

        read.IsOk.ShouldBeTrue();
        StagingEdit edit = read.Value.Edits.ShouldHaveSingleItem();
        (edit.Fdi, edit.Kind, edit.Movement, edit.From, edit.To).ShouldBe((16, EditKind.Hold, MicroMovement.Rotation, 3, 5));
    }

    [Theory]
    [InlineData("""{"fdi":19,"kind":"start","from":3,"by":"dr","why":"x"}""", "fdi")]
    [InlineData("""{"fdi":16,"kind":"start","from":0,"by":"dr","why":"x"}""", "from")]
    [InlineData("""{"fdi":16,"kind":"hold","from":3,"to":2,"by":"dr","why":"x"}""", "to")]
    [InlineData("""{"fdi":16,"kind":"order","from":3,"to":9,"by":"dr","why":"x"}""", "order")]
    [InlineData("""{"fdi":16,"kind":"stop","from":3,"order":["tip"],"by":"dr","why":"x"}""", "order")]
    [InlineData("""{"fdi":16,"kind":"stop","from":3,"by":" ","why":"x"}""", "by")]
    [InlineData("""{"fdi":16,"kind":"stop","from":3,"by":"dr","why":""}""", "why")]
    public void An_edit_that_cannot_be_kept_is_refused_with_its_place(string edit, string key)
    {
        Result<StagingEdits> read = Read($$"""{"schema":"archwright.edits/1","edits":[{{edit}}]}""");

        read.IsOk.ShouldBeFalse();
        read.Problems.ShouldHaveSingleItem().Location!.ShouldEndWith($"$.edits[0].{key}");
    }

    [Fact]
    public void An_unknown_key_is_refused() => Read("""{"schema":"archwright.edits/1","edit":[]}""").IsOk.ShouldBeFalse();

    private static Result<StagingEdits> Read(string json) => EditsJson.Read("edits.json", Encoding.UTF8.GetBytes(json));
}
