using Xunit;

namespace Archwright.TestKit;

/// <summary>
/// Compares a text with a file under the test project's <c>Golden</c> folder. <c>UPDATE_GOLDEN=1</c> rewrites the file; the
/// change is then reviewed as a diff.
/// </summary>
public static class Golden
{
    /// <summary>Asserts that <paramref name="actual"/> equals the golden file <paramref name="path"/> (below the root).</summary>
    public static void Matches(string actual, params string[] path)
    {
        string file = RepositoryRoot.Combine(path);
        string text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"{file} is absent; run with UPDATE_GOLDEN=1 and review it");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
