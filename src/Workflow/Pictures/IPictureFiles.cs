using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Pictures;

/// <summary>Tells pictures apart by their files' bytes, without decoding them.</summary>
internal interface IPictureFiles
{
    /// <summary>SHA-256 of a picture's file, lower-case hex.</summary>
    /// <param name="url">http(s), <c>file:</c> or <c>data:</c>.</param>
    /// <param name="referrer">The page; see <see cref="IPictureLoader.LoadAsync"/>.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="PageError">It cannot be had, or the page may not refer to it.</exception>
    Task<string> HashAsync(Uri url, Uri referrer, CancellationToken cancellationToken);
}
