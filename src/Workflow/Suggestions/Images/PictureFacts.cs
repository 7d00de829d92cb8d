using Gpu.Kernels.Judging;
using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Suggestions.Images;

/// <summary>What is known of a picture once it is loaded; or why it is not.</summary>
/// <param name="Size">The whole picture in pixels.</param>
/// <param name="Seen">The size at which it was judged: crops are in its pixels.</param>
/// <param name="Quality">What kernels found.</param>
/// <param name="Transparent">The share of pixels that show what is behind them.</param>
internal sealed record PictureFacts(PictureSize Size, PictureSize Seen, PictureQuality Quality, double Transparent);
