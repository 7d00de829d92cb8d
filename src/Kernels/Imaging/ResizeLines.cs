using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// First pass of a resize on GPUs: source rows resized across, to 8 bits. The grid is (width, rows that are read), from
/// the first of them. The CPU's way is <see cref="Resize"/>, which stores no such picture, so the rows here are plain.
/// </summary>
internal readonly struct ResizeLines(ArrayView<byte> source, ArrayView<uint> between, ArrayView<int> across, ResizeShape shape, int start) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y) => between[((start + y) * shape.Width) + x] = Resample.Across(source, across, shape, x, start + y);

    /// <inheritdoc/>
    public void Rows(int first, int end)
    {
        for (var y = first; y < end; y++)
        {
            for (var x = 0; x < shape.Width; x++)
            {
                Pixel(x, y);
            }
        }
    }
}
