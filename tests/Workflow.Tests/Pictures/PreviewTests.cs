using Gpu.Workflow.Fetching;
using Gpu.Workflow.Pictures;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Pictures;

public class PreviewTests
{
    [Fact]
    public void Files_are_remembered_within_a_budget_the_latest_used_longest()
    {
        var memory = new FileMemory(100);
        Uri[] urls = [.. Enumerable.Range(0, 4).Select(i => new Uri($"https://example.com/{i}"))];
        memory.Keep(urls[0], new byte[40]);
        memory.Keep(urls[1], new byte[40]);
        Assert.NotNull(memory.Find(urls[0]));
        memory.Keep(urls[2], new byte[40]);
        memory.Keep(urls[3], new byte[101]);
        Assert.Equal([true, false, true, false], urls.Select(u => memory.Find(u) is not null));
    }

    [Fact]
    public async Task A_preview_is_small_knows_the_full_size_and_the_picture_can_then_be_had_in_full()
    {
        var folder = Directory.CreateTempSubdirectory("gpu-preview-");
        try
        {
            var path = Path.Combine(folder.FullName, "large.jpg");
            await File.WriteAllBytesAsync(path, TestPictures.Quarters(4200, 2800, SKEncodedImageFormat.Jpeg, 80), TestContext.Current.CancellationToken);
            using var fetcher = new ResourceFetcher(new FetchOptions());
            var loader = new PictureLoader(fetcher);
            var page = new Uri(Path.Combine(folder.FullName, "page.html"));
            var preview = await loader.PreviewAsync(new Uri(path), page, TestContext.Current.CancellationToken);
            Assert.Equal(new PictureSize(4200, 2800), preview.Size);
            Assert.InRange(preview.Small.Width, 1024, 2100);
            Assert.Equal(4200, (await loader.LoadAsync(new Uri(path), page, TestContext.Current.CancellationToken)).Width);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_thumbnail_is_a_JPEG_of_the_asked_size_and_a_PNG_where_something_shows_through()
    {
        var rgba = new byte[400 * 200 * 4];
        Array.Fill(rgba, (byte)255);
        var (file, type) = Thumbnail.Encode(new Bitmap(400, 200, rgba), 100);
        using var small = SKBitmap.Decode(file);
        Assert.Equal(("image/jpeg", 100, 50), (type, small.Width, small.Height));
        rgba[3] = 0;
        Assert.Equal("image/png", Thumbnail.Encode(new Bitmap(400, 200, rgba), 100).MediaType);
    }
}
