using Gpu.Kernels.Imaging;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU.Runtime;
using CropBox = Gpu.Kernels.Imaging.CropBox;

namespace Gpu.Benchmarks.Gallery;

/// <summary>The imaging operations, and what judging sees.</summary>
internal static class ImagingEntries
{
    private const string Section = "Pictures";
    private const int Width = GalleryStudio.Width;
    private const int Height = GalleryStudio.Height;

    private static readonly string Filters = string.Join(", ", Enum.GetNames<ResizeFilter>());

    public static IEnumerable<GalleryEntry> All { get; } =
    [
        new(Section, "resize-down", "ResizeImage, Resizer", "1920x1280 to 60x34, enlarged by dots to be seen: " + Filters, s =>
            Enum.GetValues<ResizeFilter>().Select(f => Dots(s.Resized(s.First, Width / 4, Height / 4, f), 4))),
        new(Section, "resize-up", "ResizeImage, Resizer", "40x22 enlarged six times: " + Filters, s =>
            Enum.GetValues<ResizeFilter>().Select(f => s.Resized(s.Resized(s.First, 40, 22), Width, 132, f, CropBox.All(40, 22)))),
        new(Section, "crop", "CropBox", "all of it pressed into the frame (CropBox.All), what covers it (CropBox.Cover), and a part", s =>
            [s.Resized(s.Load("tea/images/tin.jpg"), Width, Height, crop: CropBox.All(1600, 1600)), s.Resized(s.Load("tea/images/tin.jpg"), Width, Height), s.Resized(s.First, Width, Height, crop: new CropBox(900, 500, 1380, 772))]),
        new(Section, "gaussian", "GaussianBlur", "sigma 1, 3 and 8", s => new[] { 1.0, 3, 8 }.Select(sigma => Blurred(s, sigma))),
        new(Section, "box", "BoxBlur", "radius 1, 4 and 12", s => new[] { 1, 4, 12 }.Select(radius => Boxed(s, radius))),
        new(Section, "background", "BackgroundFill", "sigma 4 and 20, the second at half brightness", s => [Ground(s, 4, 1), Ground(s, 20, 0.5)]),
        new(Section, "crossfade", "Crossfade", "0.25, 0.5 and 0.75", s => new[] { 0.25, 0.5, 0.75 }.Select(mix => Mixed(s, mix))),
        new(Section, "over", "CompositeOver", "a logo with soft edges over a picture", s => [Over(s)]),
        new(Section, "prepare", "PreparePicture, ConvertToI420, ConvertToPlanes, ConvertToRgba", "there and back; the second was read as BT.601, which it is not: its colours shift a little", s => [Back(s, ColourMatrix.Bt709), Back(s, ColourMatrix.Bt601)]),
        new(Section, "crops", "JudgePictures: crops", "the best 16:9, 1:1 and 9:16 of a picture", s => Crops(s)),
        new(Section, "colours", "JudgePictures: colours", "the dominant colours of two pictures, by their shares", s => [Colours(s, s.First), Colours(s, s.Second)]),
    ];

    private static GalleryPicture Small(GalleryStudio studio) => studio.Resized(studio.First, Width, Height);

    private static GalleryPicture Blurred(GalleryStudio studio, double sigma)
    {
        using var blur = new GaussianBlur(studio.Accelerator, Width, Height, sigma);
        return studio.OnViews(Small(studio), blur.Run);
    }

    private static GalleryPicture Boxed(GalleryStudio studio, int radius)
    {
        using var blur = new BoxBlur(studio.Accelerator, Width, Height, radius);
        return studio.OnViews(Small(studio), blur.Run);
    }

    private static GalleryPicture Ground(GalleryStudio studio, double sigma, double brightness)
    {
        var planes = new byte[I420.Length(Width, Height)];
        studio.Accelerator.Execute(new BackgroundFill(studio.First.Width, studio.First.Height, studio.First.Rgba, Width, Height, sigma, brightness, 0, planes));
        return studio.Shown(planes, PlaneFormat.Video, Width, Height);
    }

    private static GalleryPicture Mixed(GalleryStudio studio, double mix)
    {
        using var second = studio.Accelerator.Allocate1D(studio.Resized(studio.Second, Width, Height).Rgba);
        return studio.OnViews(Small(studio), (from, target) => studio.Accelerator.Crossfade(from, second.View, target, Width, Height, mix));
    }

    private static GalleryPicture Over(GalleryStudio studio)
    {
        var logo = studio.Load("tea/images/logo.png");
        using var top = studio.Accelerator.Allocate1D(studio.Resized(logo, Width, 75, crop: CropBox.All(logo.Width, logo.Height)).Rgba);
        return studio.OnViews(studio.Resized(studio.Second, Width, 75), (ground, target) => studio.Accelerator.CompositeOver(top.View, ground, target, Width, 75));
    }

    private static GalleryPicture Back(GalleryStudio studio, ColourMatrix matrix)
    {
        using var planes = studio.Accelerator.Allocate1D<byte>(I420.Length(Width, Height));
        return studio.OnViews(Small(studio), (source, target) =>
        {
            studio.Accelerator.ConvertToI420(source, planes.View, Width, Height);
            studio.Accelerator.ConvertToRgba(planes.View, target, Width, Height, PlaneFormat.Video with { Matrix = matrix });
        });
    }

    private static IEnumerable<GalleryPicture> Crops(GalleryStudio studio)
    {
        var bee = studio.Load("charity/images/bee.jpg");
        var work = new JudgePictures([new RgbaPicture(bee.Width, bee.Height, bee.Rgba)], new JudgeOptions { Aspects = [new(16, 9), new(1, 1), new(9, 16)] });
        studio.Accelerator.Execute(work);
        yield return studio.Resized(bee, 204, Height);
        foreach (var crop in work.Results()[0].Crops)
        {
            var width = crop.Width * Height / crop.Height;
            yield return studio.Resized(bee, width, Height, crop: new CropBox(crop.X, crop.Y, crop.X + crop.Width, crop.Y + crop.Height));
        }
    }

    private static GalleryPicture Colours(GalleryStudio studio, GalleryPicture picture)
    {
        var work = new JudgePictures([new RgbaPicture(picture.Width, picture.Height, picture.Rgba)]);
        studio.Accelerator.Execute(work);
        var small = studio.Resized(picture, Width, Height - 24);
        var rgba = new byte[4 * Width * Height];
        small.Rgba.CopyTo(rgba, 0);
        double shares = 0;
        foreach (var colour in work.Results()[0].Colours)
        {
            int left = (int)(shares * Width), right = (int)Math.Round((shares += colour.Share) * Width);
            for (var y = Height - 24; y < Height; y++)
            {
                for (var x = left; x < Math.Min(right, Width); x++)
                {
                    (rgba[4 * ((y * Width) + x)], rgba[(4 * ((y * Width) + x)) + 1], rgba[(4 * ((y * Width) + x)) + 2], rgba[(4 * ((y * Width) + x)) + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
                }
            }
        }

        return new GalleryPicture(Width, Height, rgba);
    }

    private static GalleryPicture Dots(GalleryPicture picture, int size)
    {
        int width = picture.Width * size, height = picture.Height * size;
        var rgba = new byte[4 * width * height];
        for (var i = 0; i < rgba.Length; i++)
        {
            int x = i / 4 % width / size, y = i / 4 / width / size;
            rgba[i] = picture.Rgba[(4 * ((y * picture.Width) + x)) + (i % 4)];
        }

        return new GalleryPicture(width, height, rgba);
    }
}
