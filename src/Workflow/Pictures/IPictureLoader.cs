using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Pictures;

/// <summary>Fetches and decodes the pictures that a page refers to. Each is fetched once while its bitmap is in use or remembered.</summary>
public interface IPictureLoader
{
    /// <summary>Loads a picture.</summary>
    /// <param name="url">http(s), or <c>file:</c>.</param>
    /// <param name="referrer">The page; a page from the network may not refer to files, a local page only to files in its own folder and below.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="PageError">It cannot be had, is too large or is no picture.</exception>
    Task<Bitmap> LoadAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default);
}
