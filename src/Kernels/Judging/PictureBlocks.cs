using ILGPU;

namespace Gpu.Kernels.Judging;

/// <summary>
/// Pictures of one size or of several, one behind the other, cut into blocks of pixels: a block is an item of the kernels
/// that sum. Small blocks keep sums within 32 bits a column and give a GPU thousands of threads.
/// </summary>
/// <param name="shapes">For each picture its first pixel's index, width and height.</param>
/// <param name="starts">For each picture the number of its first block, then the number of all blocks.</param>
internal readonly struct PictureBlocks(ArrayView<int> shapes, ArrayView<int> starts)
{
    /// <summary>Pixels a block is wide.</summary>
    public const int Width = 64;

    /// <summary>Pixels a block is high.</summary>
    public const int Height = 16;

    /// <summary>Integers a picture in the table of shapes.</summary>
    public const int ShapeLength = 3;

    /// <summary>Blocks of a picture.</summary>
    public static int Count(int width, int height) => (width + Width - 1) / Width * ((height + Height - 1) / Height);

    /// <summary>Where a block lies.</summary>
    public BlockArea Area(int block)
    {
        var picture = Groups.Of(starts, block);
        int offset = shapes[picture * ShapeLength], width = shapes[(picture * ShapeLength) + 1], height = shapes[(picture * ShapeLength) + 2];
        int across = (width + Width - 1) / Width, local = block - starts[picture];
        int left = local % across * Width, top = local / across * Height;
        return new BlockArea(picture, offset, width, height, left, top, Math.Min(left + Width, width), Math.Min(top + Height, height));
    }
}
