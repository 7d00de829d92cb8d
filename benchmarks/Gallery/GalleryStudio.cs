using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;
using SkiaSharp;

namespace Gpu.Benchmarks.Gallery;

/// <summary>An accelerator, the samples' pictures, and what the gallery's entries do with them.</summary>
internal sealed class GalleryStudio(Accelerator accelerator)
{
    /// <summary>A frame's size.</summary>
    public const int Width = 240;

    /// <summary>A frame's size.</summary>
    public const int Height = 136;

    private readonly Dictionary<string, GalleryPicture> _pictures = [];

    public Accelerator Accelerator => accelerator;

    /// <summary>The first picture of transitions.</summary>
    public GalleryPicture First => Load("hotel/images/villa-at-dusk.jpg");

    /// <summary>The second.</summary>
    public GalleryPicture Second => Load("tea/images/terraces.jpg");

    /// <summary>A picture of the samples, whole.</summary>
    public GalleryPicture Load(string file)
    {
        if (!_pictures.TryGetValue(file, out var picture))
        {
            var path = Repository.PathOf($"samples/{file}");
            using var decoded = SKBitmap.Decode(path) ?? throw new InvalidDataException($"{path} is no picture.");
            using var rgba = decoded.Copy(SKColorType.Rgba8888);
            picture = new GalleryPicture(rgba.Width, rgba.Height, rgba.GetPixelSpan().ToArray());
            _pictures.Add(file, picture);
        }

        return picture;
    }

    /// <summary>Resized, of the part that has the new shape unless another is given.</summary>
    public GalleryPicture Resized(GalleryPicture picture, int width, int height, ResizeFilter filter = ResizeFilter.Lanczos, CropBox? crop = null)
    {
        var target = new byte[4 * width * height];
        accelerator.Execute(new ResizeImage(picture.Width, picture.Height, picture.Rgba, width, height, filter, target, crop ?? CropBox.Cover(picture.Width, picture.Height, width, height)));
        return new GalleryPicture(width, height, target);
    }

    /// <summary>Something that views are given: the picture, and memory for the result.</summary>
    public GalleryPicture OnViews(GalleryPicture picture, Action<ArrayView<byte>, ArrayView<byte>> run)
    {
        using var source = accelerator.Allocate1D(picture.Rgba);
        using var target = accelerator.Allocate1D<byte>(picture.Rgba.Length);
        run(source.View, target.View);
        accelerator.Synchronize();
        return picture with { Rgba = target.GetAsArray1D() };
    }

    /// <summary>A picture prepared for frames.</summary>
    public FramePicture Prepare(GalleryPicture picture, int width, int height, CropBox? crop = null)
    {
        var planes = new byte[I420.Length(width, height)];
        accelerator.Execute(new PreparePicture(picture.Width, picture.Height, picture.Rgba, width, height, ResizeFilter.Lanczos, 0, planes, crop ?? CropBox.Cover(picture.Width, picture.Height, width, height)));
        return new FramePicture(width, height, planes);
    }

    /// <summary>A frame of one or two pictures.</summary>
    public GalleryPicture Frame(FrameLayer from, FrameLayer? to, double mix, FrameOptions options, params FrameOverlay[] overlays)
    {
        var frame = new byte[I420.Length(Width, Height)];
        accelerator.Execute(new ComposeFrame(Width, Height, from, to, mix, overlays, frame, options));
        return Shown(frame, PlaneFormat.Video, Width, Height);
    }

    /// <summary>A frame of the first picture, whole.</summary>
    public GalleryPicture Frame(FrameOptions options)
    {
        using var picture = Prepare(First, Width, Height);
        return Frame(new FrameLayer(picture, new SampleBox(0, 0, Width, Height)), null, 0, options);
    }

    /// <summary>Planes as R'G'B'A.</summary>
    public GalleryPicture Shown(byte[] planes, PlaneFormat format, int width, int height)
    {
        using var source = accelerator.Allocate1D(planes);
        using var target = accelerator.Allocate1D<byte>(4 * width * height);
        accelerator.ConvertToRgba(source.View, target.View, width, height, format);
        accelerator.Synchronize();
        return new GalleryPicture(width, height, target.GetAsArray1D());
    }
}
