using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Archwright.Acceptance.Tests.LongestFirst", "Archwright.Acceptance.Tests")]

namespace Archwright.Acceptance.Tests;

/// <summary>The longest test classes begin first: what is short fills the time beside them, and none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(MutatedCaseTests), nameof(RealCaseTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        int at = Array.FindIndex(Longest, name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal));
        return at < 0 ? Longest.Length : at;
    }
}
