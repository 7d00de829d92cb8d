using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>
/// What a page may refer to: a page from the network never to files, a local page only to files in its own folder and
/// below, judged after symbolic links are followed.
/// </summary>
internal static class LocalScope
{
    private const int MaxLinks = 40;

    // Pages have no fragments: theirs are cut off before they are fetched.
    private const string Own = "#storyboard";

    /// <summary>The address of a file that the user wrote or handed over, such as a storyboard: it may refer to any file, as the user may.</summary>
    public static Uri Trusted(Uri file) => new(file.AbsoluteUri + Own);

    /// <summary>Whether a page may refer to a file.</summary>
    public static bool Allows(Uri file, Uri page)
    {
        if (page.IsFile && page.Fragment == Own && page.LocalPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && file.Host.Length == 0)
        {
            return true;
        }

        if (!page.IsFile || file.Host.Length > 0 || page.Host.Length > 0)
        {
            return false;
        }

        var folder = RealPath(Path.GetDirectoryName(page.LocalPath) ?? "/");
        var target = RealPath(file.LocalPath);
        return folder is not null && target is not null
            && target.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>Checks that a page may refer to a resource.</summary>
    /// <exception cref="PageError">It may not.</exception>
    public static void Check(Uri url, Uri page)
    {
        if (url.IsFile && !Allows(url, page))
        {
            var rule = page.IsFile ? "a local page may refer only to files in its own folder and below" : "a page from the network may not refer to files";
            throw new PageError(PageErrorKind.Refused, $"{url} was refused: {rule}, and the page is {page}.");
        }
    }

    // Null for a chain of links without end, or a path that cannot be one.
    private static string? RealPath(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var links = 0;
        var pending = new Stack<string>();
        Push(pending, path);
        var real = Path.GetPathRoot(Path.GetFullPath(path)) ?? "/";
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            var link = new FileInfo(next).LinkTarget;
            if (link is null)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(link))
            {
                real = Path.GetPathRoot(link) ?? "/";
            }

            Push(pending, link);
        }

        return real;
    }

    private static void Push(Stack<string> pending, string path)
    {
        var relative = Path.IsPathRooted(path) ? path[(Path.GetPathRoot(path) ?? "").Length..] : path;
        foreach (var part in relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse())
        {
            if (part.Length > 0 && part != ".")
            {
                pending.Push(part);
            }
        }
    }
}
