using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>Which types a server may name for what is asked for. What the bytes are is judged later, from the bytes.</summary>
internal static class MediaTypes
{
    /// <summary>The <c>Accept</c> header.</summary>
    public static string Accept(ResourceKind kind) => kind switch
    {
        ResourceKind.Page => "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
        ResourceKind.Design => "text/css,application/manifest+json,application/json;q=0.9,*/*;q=0.1",
        _ => "image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1",
    };

    /// <summary>Whether a type may be what is asked for.</summary>
    public static bool Fits(ResourceKind kind, string? mediaType) => mediaType switch
    {
        null or "" or "application/octet-stream" or "binary/octet-stream" => true,
        "text/css" or "application/manifest+json" or "application/json" or "text/json" => kind == ResourceKind.Design,
        "text/plain" => kind is ResourceKind.Page or ResourceKind.Design,
        "text/html" or "application/xhtml+xml" or "text/xml" or "application/xml" => kind == ResourceKind.Page,
        _ => kind == ResourceKind.Picture && mediaType.StartsWith("image/", StringComparison.Ordinal),
    };

    /// <summary>Checks the type before the body is read.</summary>
    /// <exception cref="PageError">It is surely not what is asked for.</exception>
    public static void Check(Uri url, ResourceKind kind, string? mediaType)
    {
        if (!Fits(kind, mediaType))
        {
            var wanted = kind switch { ResourceKind.Page => "an HTML page", ResourceKind.Design => "a style sheet or manifest", _ => "a picture" };
            throw new PageError(PageErrorKind.WrongType, $"{url} is {mediaType}, not {wanted}.");
        }
    }
}
