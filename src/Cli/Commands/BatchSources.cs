namespace Gpu.Cli.Commands;

/// <summary>The pages of a batch: the lines of a list, or the HTML files of a folder.</summary>
internal static class BatchSources
{
    /// <exception cref="UsageError">There is no such list or folder, or nothing in it.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string[] sources;
        try
        {
            sources = Directory.Exists(path) ? PagesOf(path) : LinesOf(path, await File.ReadAllLinesAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageError($"\"{path}\" cannot be read: {e.Message} Name a text file with an address or path a line, or a folder with HTML files.", e);
        }

        return sources.Length > 0
            ? sources
            : throw new UsageError($"There is no page in \"{path}\". Name a text file with an address or path a line, or a folder with HTML files.");
    }

    private static string[] PagesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(static file => Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm")
            .Order(StringComparer.Ordinal)];

    // Empty lines and those that begin with # say nothing. A path is the user's, or else relative to the list.
    private static string[] LinesOf(string list, string[] lines) =>
        [.. lines.Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#').Select(line => Locate(list, line))];

    private static string Locate(string list, string line)
    {
        if (line.Contains("://", StringComparison.Ordinal) || File.Exists(line))
        {
            return line;
        }

        var beside = Path.Combine(Path.GetDirectoryName(list) ?? "", line);
        return File.Exists(beside) ? beside : line;
    }
}
