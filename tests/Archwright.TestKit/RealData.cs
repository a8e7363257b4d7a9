using Xunit;

namespace Archwright.TestKit;

/// <summary>
/// Real arches for measurement, beside the checkout in ../shared/data. They are never part of the project; where they are
/// absent the tests that need them say so and are skipped.
/// </summary>
public static class RealData
{
    /// <summary>The folder of cases, or null where it is absent.</summary>
    public static string? Folder { get; } = Locate();

    /// <summary>Why a test that needs real data cannot run here.</summary>
    public const string AbsentMessage = "real data is absent: ../shared/data stands beside the checkout only where it is licensed for measurement";

    /// <summary>Folder of one case.</summary>
    public static string Case(string id) => Path.Combine(Folder ?? throw new InvalidOperationException(AbsentMessage), id);

    /// <summary>Ids of all cases, in order.</summary>
    public static IReadOnlyList<string> CaseIds { get; } =
        Folder is null ? [] : [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    private static string? Locate()
    {
        string folder = Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "data"));
        return Directory.Exists(folder) ? folder : null;
    }
}

/// <summary>A fact that needs real data.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    /// <summary>Skips with a message where the data is absent.</summary>
    public RealDataFactAttribute() => Skip = RealData.Folder is null ? RealData.AbsentMessage : null;
}

/// <summary>A theory that needs real data.</summary>
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips with a message where the data is absent.</summary>
    public RealDataTheoryAttribute() => Skip = RealData.Folder is null ? RealData.AbsentMessage : null;
}
