using System.Xml.Linq;
using Archwright.TestKit;

namespace Archwright.Conventions.Tests;

/// <summary>The table of arrows in docs/architecture.md is the truth; project files follow it.</summary>
public class RoomArrowTests
{
    [Fact]
    public void Project_references_equal_the_table_in_the_architecture_page()
    {
        IReadOnlyDictionary<string, Row> table = Table();

        table.Keys.Order(StringComparer.Ordinal).ShouldBe(Repository.Rooms);
        foreach (string room in Repository.Rooms)
            References(room).ShouldBe(table[room].References, $"references of {room}");
    }

    [Fact]
    public void Pure_rooms_of_the_table_are_pure_projects()
    {
        foreach ((string room, Row row) in Table())
        {
            bool isPure = Project(room).Descendants("PureRoom").Any(p => p.Value == "true");
            isPure.ShouldBe(row.IsPure, $"{room} is pure");
        }
    }

    [Fact]
    public void No_room_reaches_itself()
    {
        IReadOnlyDictionary<string, Row> table = Table();
        foreach (string room in table.Keys)
            Reach(room, table).ShouldNotContain(room);
    }

    private static HashSet<string> Reach(string room, IReadOnlyDictionary<string, Row> table)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(table[room].References);
        while (open.TryPop(out string? next))
        {
            if (reached.Add(next))
                table[next].References.ToList().ForEach(open.Push);
        }

        return reached;
    }

    private static XDocument Project(string room) =>
        XDocument.Load(RepositoryRoot.Combine("src", $"Archwright.{room}", $"Archwright.{room}.csproj"));

    private static string[] References(string room) =>
    [
        .. Project(room).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))["Archwright.".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Rows "| Room | references | pure |" between the markers of the page.</summary>
    private static SortedDictionary<string, Row> Table()
    {
        string page = Repository.Read("docs/architecture.md");
        int begin = page.IndexOf("<!-- arrows -->", StringComparison.Ordinal);
        int end = page.IndexOf("<!-- end -->", begin, StringComparison.Ordinal);
        var table = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (string line in page[begin..end].Split('\n').Where(l => l.StartsWith('|')).Skip(2))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
            string[] references = cells[1] == "–" ? [] : [.. cells[1].Split(", ").Order(StringComparer.Ordinal)];
            table.Add(cells[0], new Row(references, cells[2] == "yes"));
        }

        return table;
    }

    private sealed record Row(string[] References, bool IsPure);
}
