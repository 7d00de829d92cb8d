using SkiaSharp;

namespace Gpu.Workflow.Tests.Pictures;

/// <summary>Encoded pictures made by Skia, for tests that need real files.</summary>
internal static class TestPictures
{
    /// <summary>A picture whose quarters are red, green, blue and white, from the top left in reading order.</summary>
    public static byte[] Quarters(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png, int quality = 100)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, SKColorSpace.CreateSrgb()));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            Fill(canvas, SKColors.Red, 0, 0, width / 2, height / 2);
            Fill(canvas, new SKColor(0, 255, 0), width / 2, 0, width, height / 2);
            Fill(canvas, SKColors.Blue, 0, height / 2, width / 2, height);
        }

        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    private static void Fill(SKCanvas canvas, SKColor colour, int left, int top, int right, int bottom)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
    }
}
