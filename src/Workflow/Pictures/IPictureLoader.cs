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

    /// <summary>Loads a picture small, to be judged or shown in a list. Unless a loader does better, all of it is decoded.</summary>
    /// <param name="url">http(s), or <c>file:</c>.</param>
    /// <param name="referrer">The page; see <see cref="LoadAsync"/>.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="PageError">It cannot be had, is too large or is no picture.</exception>
    async Task<PicturePreview> PreviewAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default)
    {
        var picture = await LoadAsync(url, referrer, cancellationToken).ConfigureAwait(false);
        return new PicturePreview(picture, new PictureSize(picture.Width, picture.Height));
    }
}
