using System.Runtime.InteropServices;
using SkiaSharp;

namespace Gpu.Workflow.Pictures;

/// <summary>Turns a picture upright as its EXIF orientation asks.</summary>
internal static class Orientation
{
    private const int Tile = 32;

    /// <summary>The upright picture; the same where it is upright already.</summary>
    public static Bitmap Apply(Bitmap picture, SKEncodedOrigin origin)
    {
        // The upright pixel (x, y) is the stored one at (swap ? y : x, swap ? x : y), counted from the far side where flipped.
        var (swap, flipX, flipY) = origin switch
        {
            SKEncodedOrigin.TopRight => (false, true, false),
            SKEncodedOrigin.BottomRight => (false, true, true),
            SKEncodedOrigin.BottomLeft => (false, false, true),
            SKEncodedOrigin.LeftTop => (true, false, false),
            SKEncodedOrigin.RightTop => (true, false, true),
            SKEncodedOrigin.RightBottom => (true, true, true),
            SKEncodedOrigin.LeftBottom => (true, true, false),
            _ => (false, false, false),
        };
        if (!swap && !flipX && !flipY)
        {
            return picture;
        }

        var (storedWidth, storedHeight) = (picture.Width, picture.Height);
        var (width, height) = swap ? (storedHeight, storedWidth) : (storedWidth, storedHeight);
        var target = GC.AllocateUninitializedArray<byte>(picture.Rgba.Length);
        var stored = MemoryMarshal.Cast<byte, uint>(picture.Rgba.Span);
        var to = MemoryMarshal.Cast<byte, uint>(target.AsSpan());

        // In tiles, because one of the two sides is walked against its rows.
        for (var top = 0; top < height; top += Tile)
        {
            for (var left = 0; left < width; left += Tile)
            {
                for (var y = top; y < Math.Min(top + Tile, height); y++)
                {
                    for (var x = left; x < Math.Min(left + Tile, width); x++)
                    {
                        var (sx, sy) = swap ? (y, x) : (x, y);
                        sx = flipX ? storedWidth - 1 - sx : sx;
                        sy = flipY ? storedHeight - 1 - sy : sy;
                        to[(y * width) + x] = stored[(sy * storedWidth) + sx];
                    }
                }
            }
        }

        return new Bitmap(width, height, target);
    }
}
