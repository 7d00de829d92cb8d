using System.Globalization;
using System.Text;
using ILGPU;
using ILGPU.Runtime.CPU;
using SkiaSharp;

namespace Gpu.Benchmarks.Gallery;

/// <summary><c>gallery</c>: writes docs/gallery.md and its pictures.</summary>
internal static class GalleryCommand
{
    public const string Page = "docs/gallery.md";
    public const string Folder = "docs/gallery";
    private const int Gap = 4;
    private const int Quality = 80;

    /// <summary>All entries.</summary>
    public static IReadOnlyList<GalleryEntry> Entries { get; } = [.. TransitionEntries.All, .. FrameEntries.All, .. ImagingEntries.All];

    public static int Run(TextWriter output)
    {
        using var context = Context.Create(b => b.CPU(new CPUDevice(2, 1, Environment.ProcessorCount)).EnableAlgorithms());
        using var accelerator = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);
        var studio = new GalleryStudio(accelerator);
        var folder = Repository.PathOf(Folder);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(folder, "*.webp").Where(f => Entries.All(e => e.File != Path.GetFileNameWithoutExtension(f))))
        {
            File.Delete(file);
        }

        foreach (var entry in Entries)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{entry.File}.webp"), Strip([.. entry.Make(studio)]));
        }

        File.WriteAllText(Repository.PathOf(Page), Text());
        output.WriteLine($"Written: {Repository.PathOf(Page)} and {Entries.Count} pictures");
        return 0;
    }

    /// <summary>The page's text.</summary>
    public static string Text()
    {
        var text = new StringBuilder("""
            # Gallery

            Made by `dotnet run -c Release --project benchmarks -- gallery` from the [samples' pictures](../samples/PICTURES.md), through
            the libraries' public operations on ILGPU's CPU accelerator; a test fails where an operation is missing.

            """);
        foreach (var section in Entries.GroupBy(e => e.Section))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Key}\n\n| | |\n| --- | --- |\n");
            foreach (var entry in section)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {string.Join("<br>", entry.Title.Split(", ").Select(t => t.Contains(':', StringComparison.Ordinal) ? t : $"`{t}`"))}<br>{entry.Text} | ![{entry.Title}](gallery/{entry.File}.webp) |\n");
            }
        }

        return text.ToString();
    }

    private static byte[] Strip(IReadOnlyList<GalleryPicture> pictures)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(pictures.Sum(p => p.Width) + (Gap * (pictures.Count - 1)), pictures.Max(p => p.Height), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        var left = 0;
        foreach (var picture in pictures)
        {
            using var image = SKImage.FromPixelCopy(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque), picture.Rgba);
            canvas.DrawImage(image, left, 0, SKSamplingOptions.Default);
            left += picture.Width + Gap;
        }

        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, Quality);
        return data.ToArray();
    }
}
