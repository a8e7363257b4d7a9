using System.Reflection;
using System.Text.RegularExpressions;

namespace Archwright.Conventions.Tests;

public partial class RoomReadmeTests
{
    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_says_what_it_knows_what_it_never_does_what_to_read_first_and_shows_an_example(string room)
    {
        string path = $"src/Archwright.{room}/README.md";

        Repository.Has(path).ShouldBeTrue($"{path} is there");
        string text = Repository.Read(path);
        text.ShouldContain("knows", Case.Insensitive);
        text.ShouldContain("never", Case.Insensitive);
        text.ShouldContain("read", Case.Insensitive);
        text.ShouldContain("first", Case.Insensitive);
        text.ShouldContain("```");
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void The_types_to_read_first_are_there(string room)
    {
        string text = Repository.Read($"src/Archwright.{room}/README.md");
        Match sentence = ReadFirst().Match(text);
        sentence.Success.ShouldBeTrue("a paragraph names the types to read first");
        Assembly assembly = Repository.Load(room);
        HashSet<string> types = [.. assembly.GetTypes().Select(t => t.Name.Split('`')[0])];

        string[] named = [.. Code().Matches(sentence.Value).Select(m => m.Groups["name"].Value.Split('/')[^1].Split('.', '<')[0]).Take(3)];

        named.Length.ShouldBeGreaterThanOrEqualTo(2);
        named.ShouldAllBe(name => types.Contains(name));
    }

    [GeneratedRegex(@"[Rr]ead (these )?(three )?(types )?first[^`]*(`[^`]+`[^`]*?)+?(?=\n\n|\n```|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadFirst();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
