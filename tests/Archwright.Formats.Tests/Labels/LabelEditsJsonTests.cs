using System.Text;
using Archwright.Dental;
using Archwright.Primitives;

namespace Archwright.Formats.Tests.Labels;

/// <summary>labels.edits.json: every kind of edit reads and writes back, every wrong key is told by its path.</summary>
public class LabelEditsJsonTests
{
    private const string Good = """
        {"schema":"archwright.label-edits/1","by":"a dentist","edits":[
          {"kind":"add-seed","fdi":24,"point":[1,2,3]},
          {"kind":"add-seed","fdi":0,"point":[1,2,3],"why":"gum"},
          {"kind":"remove","fdi":18},
          {"kind":"split","fdi":14,"seeds":[{"fdi":14,"point":[1,2,3]},{"fdi":15,"point":[4,5,6]}]},
          {"kind":"merge","fdi":24,"with":25},
          {"kind":"renumber","fdi":15,"to":55},
          {"kind":"redraw-border","fdi":11,"border":[[0,0,0],[1,0,0],[0,1,0]]},
          {"kind":"confirm","fdi":11}]}
        """;

    [Fact]
    public void Every_kind_reads_and_writes_back()
    {
        LabelEdits edits = Read(Good).Require();

        edits.Edits.Select(e => e.Kind).Distinct().Count().ShouldBe(Enum.GetValues<LabelEditKind>().Length);
        byte[] written = LabelEditsJson.Write(edits);
        LabelEditsJson.Write(LabelEditsJson.Read("e.json", written).Require()).ShouldBe(written);
    }

    [Theory]
    [InlineData("""{"kind":"add-seed","fdi":19,"point":[1,2,3]}""", "fdi")]
    [InlineData("""{"kind":"add-seed","fdi":24,"point":[1,2]}""", "point")]
    [InlineData("""{"kind":"add-seed","fdi":24}""", "point")]
    [InlineData("""{"kind":"remove","fdi":0}""", "fdi")]
    [InlineData("""{"kind":"remove","fdi":18,"point":[1,2,3]}""", "point")]
    [InlineData("""{"kind":"split","fdi":14,"seeds":[{"fdi":14,"point":[1,2,3]}]}""", "seeds")]
    [InlineData("""{"kind":"split","fdi":14,"seeds":[{"fdi":14,"point":[1,2,3]},{"fdi":14,"point":[4,5,6]}]}""", "seeds[1].fdi")]
    [InlineData("""{"kind":"split","fdi":14,"seeds":[{"fdi":14,"point":[1,2,3]},{"fdi":15,"point":[4]}]}""", "seeds[1].point")]
    [InlineData("""{"kind":"merge","fdi":24}""", "with")]
    [InlineData("""{"kind":"merge","fdi":24,"with":24}""", "with")]
    [InlineData("""{"kind":"renumber","fdi":24}""", "to")]
    [InlineData("""{"kind":"renumber","fdi":24,"to":60}""", "to")]
    [InlineData("""{"kind":"redraw-border","fdi":11,"border":[[0,0,0],[1,0,0]]}""", "border")]
    [InlineData("""{"kind":"redraw-border","fdi":11,"border":[[0,0,0],[1,0,0],[0,1]]}""", "border[2]")]
    [InlineData("""{"kind":"confirm","fdi":11,"to":12}""", "to")]
    public void A_wrong_key_is_told_by_its_path(string edit, string path)
    {
        Problem problem = Read($$"""{"by":"x","edits":[{{edit}}]}""").Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("label-edit-value");
        problem.Location.ShouldBe($"e.json, $.edits[0].{path}");
    }

    [Fact]
    public void A_file_that_is_no_such_document_is_refused()
    {
        Read("""{"edits":[]}""").IsOk.ShouldBeFalse();
        Read("""{"by":" "}""").Problems.ShouldHaveSingleItem().Location.ShouldBe("e.json, $.by");
        Read("""{"by":"x","schema":"archwright.edits/1"}""").Problems.ShouldHaveSingleItem().Location.ShouldBe("e.json, $.schema");
        Read("""{"by":"x","edits":[{"kind":"paint","fdi":11}]}""").IsOk.ShouldBeFalse();
        Read("""{"by":"x","edits":[null]}""").IsOk.ShouldBeFalse();
        Read("""{"by":"x","edits":[{"kind":"add-seed","fdi":11,"point":[1,2,1e999]}]}""").IsOk.ShouldBeFalse();
    }

    private static Result<LabelEdits> Read(string text) => LabelEditsJson.Read("e.json", Encoding.UTF8.GetBytes(text));
}
