namespace Gpu.Workflow.Pictures;

/// <summary>A picture decoded only as large as is needed to judge it.</summary>
/// <param name="Small">The picture, upright, its longer side 1,024 pixels or somewhat more, or less where the picture is smaller.</param>
/// <param name="Size">The size of the whole picture, upright.</param>
public sealed record PicturePreview(Bitmap Small, PictureSize Size);
