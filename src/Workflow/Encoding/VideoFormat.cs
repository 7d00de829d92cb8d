namespace Gpu.Workflow.Encoding;

/// <summary>What a video is made of.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Frames">How many frames there will be.</param>
/// <param name="Title">The title in the file's metadata; empty for none.</param>
internal sealed record VideoFormat(int Width, int Height, int FramesPerSecond, int Frames, string Title)
{
    /// <summary>The bytes of a frame: I420.</summary>
    public int FrameBytes => checked(Width * Height / 2 * 3);
}
