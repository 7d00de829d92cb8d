using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Jobs;

/// <summary>A set of pictures as plain data.</summary>
/// <param name="Suggestions">See <see cref="PictureSet.Suggestions"/>.</param>
/// <param name="Sizes">Addresses with sizes.</param>
/// <param name="Pictures">What the manifest says of them.</param>
/// <param name="Warnings">What could not be used, and why.</param>
internal sealed record PictureSetData(
    IReadOnlyList<Suggestion> Suggestions,
    IReadOnlyList<PictureSizeData> Sizes,
    IReadOnlyList<ManifestPicture> Pictures,
    IReadOnlyList<string> Warnings);

/// <summary>The size of a picture.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record PictureSizeData(Uri Url, int Width, int Height);
