using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video;

/// <summary>
/// One frame in one pass: one or two pictures sampled through floating boxes, crossfaded, overlays laid over them in
/// order, written as I420 (BT.709, limited range, left-sited).
/// </summary>
public sealed class ComposeFrame : IDeviceWork
{
    /// <summary>Describes a frame.</summary>
    /// <param name="width">Pixels, even, 2 to 16,384.</param>
    /// <param name="height">Pixels, even, 2 to 16,384.</param>
    /// <param name="from">The picture that is there.</param>
    /// <param name="to">The picture that comes, null for none.</param>
    /// <param name="mix">How far the crossfade is: 0 shows <paramref name="from"/> alone, 1 <paramref name="to"/> alone.</param>
    /// <param name="overlays">What lies over them, the last on top.</param>
    /// <param name="target">Takes the frame: <see cref="I420.Length"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public ComposeFrame(int width, int height, FrameLayer from, FrameLayer? to, double mix, IReadOnlyList<FrameOverlay> overlays, Memory<byte> target) =>
        throw new NotImplementedException();

    /// <inheritdoc/>
    public string Operation => "frame.compose";

    /// <inheritdoc/>
    public string BatchKey => throw new NotImplementedException();

    /// <inheritdoc/>
    public long Size => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope) => throw new NotImplementedException();
}
