namespace Archwright.Formats;

/// <summary>Paths inside a folder, as files name them.</summary>
internal static class RelativePath
{
    private const int LengthMax = 200;

    /// <summary>True where the path stays inside its folder on every system: plain names joined by forward slashes.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= LengthMax
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ' ')
        && path.Split('/').All(part => part.Length > 0 && part[^1] is not ('.' or ' ') && part[0] != ' ');
}
