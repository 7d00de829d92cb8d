using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Tests.Rendering;

/// <summary>Pictures by name, from memory.</summary>
internal sealed class MemoryPictures : IPictureLoader
{
    private readonly Dictionary<string, Bitmap> _pictures = [];

    public static Uri Page { get; } = new("https://example.com/");

    public MemoryPictures Add(string name, int width, int height, Func<int, int, uint> rgb)
    {
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var colour = rgb(i % width, i / width);
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour, 255);
        }

        _pictures[name] = new Bitmap(width, height, rgba);
        return this;
    }

    public Task<Bitmap> LoadAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default) =>
        _pictures.TryGetValue(url.AbsolutePath.TrimStart('/'), out var found)
            ? Task.FromResult(found)
            : throw new PageError(PageErrorKind.NotFound, $"{url} is not there.");
}
