using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>Makes an address of what a person named: a URL, a path or a folder with an index.html.</summary>
internal static class SourceAddress
{
    /// <summary>The most characters of a URL.</summary>
    public const int MaxUrlLength = 2_048;

    /// <summary>Reads a source.</summary>
    /// <param name="source">An http(s) URL or a path.</param>
    /// <exception cref="PageError">It is neither; the message says what to give.</exception>
    public static Uri Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Trim();
        if (text.Length == 0)
        {
            throw new PageError(PageErrorKind.NotFound, "The source is empty: give an http(s) URL or the path of an HTML file.");
        }

        return HasScheme(text) && !Path.Exists(text) ? ParseUrl(text) : ParsePath(text);
    }

    /// <summary>Checks that an address may be fetched over the network at all.</summary>
    /// <exception cref="PageError">It may not.</exception>
    public static Uri CheckHttp(Uri url)
    {
        var shown = Shown(url.OriginalString);
        if (url.OriginalString.Length > MaxUrlLength || url.AbsoluteUri.Length > MaxUrlLength)
        {
            throw new PageError(PageErrorKind.Refused, $"The URL {shown} has {url.AbsoluteUri.Length} characters; at most {MaxUrlLength} are taken.");
        }

        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            throw new PageError(PageErrorKind.Refused, $"{shown} was refused: only http and https are fetched, not {url.Scheme}.");
        }

        return url.UserInfo.Length == 0 && url.Host.Length > 0
            ? url
            : throw new PageError(PageErrorKind.Refused, $"{url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)} was refused: a URL may not carry a user name or password. Leave out what stands before the @.");
    }

    private static Uri ParseUrl(string text)
    {
        if (text.Length > MaxUrlLength)
        {
            throw new PageError(PageErrorKind.Refused, $"The URL {Shown(text)} has {text.Length} characters; at most {MaxUrlLength} are taken.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            throw new PageError(PageErrorKind.NotFound, $"{Shown(text)} is not a URL: give one such as https://example.com/page.");
        }

        return url.IsFile ? ParsePath(LocalFile.PathOf(url)) : CheckHttp(url);
    }

    private static Uri ParsePath(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new PageError(PageErrorKind.NotFound, "The source holds a NUL character: give an http(s) URL or the path of an HTML file.");
        }

        var path = Path.GetFullPath(text);
        if (Directory.Exists(path))
        {
            var index = Path.Combine(path, "index.html");
            return File.Exists(index)
                ? FileUri(index)
                : throw new PageError(PageErrorKind.NotFound, $"The folder {Shown(text)} holds no index.html: name the HTML file.");
        }

        if (File.Exists(path))
        {
            return FileUri(path);
        }

        var hint = text.Contains('.', StringComparison.Ordinal) && !text.StartsWith('.') && Uri.CheckHostName(text.Split('/')[0]) == UriHostNameType.Dns && !text.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            ? $" For the web page write https://{Shown(text)}."
            : "";
        throw new PageError(PageErrorKind.NotFound, $"There is no file {Shown(text)}.{hint}");
    }

    // The Uri class reads % and # in a bare path as URL syntax; escaping each segment keeps any file name whole.
    private static Uri FileUri(string path) =>
        new("file://" + string.Join('/', path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString)));

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);

        // One letter before the colon is a drive.
        return colon > 1 && Uri.CheckSchemeName(text[..colon]);
    }

    private static string Shown(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
