using Gpu.Kernels.Imaging.Grading;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>The tables of colours that a storyboard names, read once.</summary>
internal sealed class ColourTables : IDisposable
{
    // A table of 65 a side is 7 MB of text; more is a mistake.
    private const long MostBytes = 32 << 20;

    private readonly Dictionary<string, ColourCube> _tables = new(StringComparer.Ordinal);

    /// <summary>Reads all tables of a storyboard.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="page">Where paths begin: the storyboard's file or the page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoryboardError">A table cannot be read or is none.</exception>
    public static async Task<ColourTables> ReadAsync(Storyboard board, Uri page, CancellationToken cancellationToken)
    {
        var tables = new ColourTables();
        try
        {
            foreach (var (path, lut) in Named(board))
            {
                if (!tables._tables.ContainsKey(lut))
                {
                    tables._tables.Add(lut, await ReadAsync(path, lut, page, cancellationToken).ConfigureAwait(false));
                }
            }
        }
        catch
        {
            tables.Dispose();
            throw;
        }

        return tables;
    }

    /// <summary>The paths of a storyboard's tables on this machine, each with where the storyboard names it.</summary>
    public static IEnumerable<(string Path, string File)> Named(Storyboard board) =>
        board.Shots.Select(static (s, i) => ($"$.shots[{i}].grade.lut", s.Grade?.Lut))
            .Append(("$.grade.lut", board.Grade?.Lut))
            .Append(("$.frame.lut", board.Frame?.Lut))
            .Where(static t => t.Item2 is not null)
            .Select(static t => (t.Item1, t.Item2!));

    /// <summary>Where a table lies: beside the storyboard, or at its path.</summary>
    public static string PathOf(string lut, Uri page) => page.IsFile ? Path.Combine(Path.GetDirectoryName(LocalFile.PathOf(page)) ?? "", lut) : lut;

    /// <summary>A table that was read; null for null.</summary>
    public ColourCube? Find(string? lut) => lut is null ? null : _tables[lut];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }
    }

    private static async Task<ColourCube> ReadAsync(string path, string lut, Uri page, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(PathOf(lut, page));
            return file.Exists && LocalFile.Length(file) is 0 or > MostBytes
                ? throw new StoryboardError(path, $"\"{lut}\" has {LocalFile.Length(file)} bytes; 1 to {MostBytes} are read.")
                : ColourCube.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw new StoryboardError(path, $"\"{lut}\" cannot be used: {e.Message}", e);
        }
    }
}
