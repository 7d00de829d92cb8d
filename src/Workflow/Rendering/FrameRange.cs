namespace Gpu.Workflow.Rendering;

/// <summary>A chunk of an ad's frames.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct FrameRange(int First, int End)
{
    /// <summary>How many.</summary>
    public int Count => End - First;

    /// <summary>All frames of an ad in chunks of a size; the last may be smaller.</summary>
    /// <param name="frames">How many frames the ad has.</param>
    /// <param name="size">Frames of a chunk, 1 or more.</param>
    public static IEnumerable<FrameRange> Chunks(int frames, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        for (var first = 0; first < frames; first += size)
        {
            yield return new FrameRange(first, Math.Min(frames, first + size));
        }
    }

    /// <summary>Throws where an ad has not all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has not, or there are none.</exception>
    public void Check(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(First);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(End, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(End, frames);
    }
}
