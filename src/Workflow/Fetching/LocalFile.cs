using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>Reads files of this machine, within limits.</summary>
internal static class LocalFile
{
    /// <summary>The path of a <c>file:</c> address.</summary>
    /// <exception cref="PageError">The address is on another machine.</exception>
    public static string PathOf(Uri url) =>
        (url.Host.Length == 0 || url.IsLoopback) && !url.LocalPath.Contains('\0', StringComparison.Ordinal)
            ? url.LocalPath
            : throw new PageError(PageErrorKind.Refused, $"{url} was refused: it names a file of another machine, or none at all.");

    /// <summary>Reads a file whole.</summary>
    /// <param name="url">A <c>file:</c> address.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PageError">There is none, it is empty, too large or cannot be read.</exception>
    public static async Task<FetchedResource> ReadAsync(Uri url, long maxBytes, CancellationToken cancellationToken)
    {
        var path = PathOf(url);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new PageError(PageErrorKind.NotFound, $"There is no file {path}.");
            }

            // Pipes and devices have length 0 and are never opened: opening one may block for ever.
            if (Length(info) == 0)
            {
                throw new PageError(PageErrorKind.Empty, $"{path} is empty.");
            }

            var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous, BufferSize = 0 });
            await using (stream.ConfigureAwait(false))
            {
                var content = await LimitedStream.ReadAsync(stream, stream.Length, maxBytes, path, cancellationToken).ConfigureAwait(false);
                return new FetchedResource(url, content, null, null);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PageError(PageErrorKind.NotFound, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>A file's bytes, of a link those of what it leads to; 0 for pipes and devices, which are not to be opened.</summary>
    public static long Length(FileInfo info) =>
        info.LinkTarget is null ? info.Length : (info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo)?.Length ?? 0;
}
