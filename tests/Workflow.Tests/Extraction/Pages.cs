using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>Reads pages as the product does, from a file.</summary>
internal static class Pages
{
    public const string Prose = "<p>The kettle holds one litre of water and boils it in less than three minutes, they say.</p>";

    public static Task<PageContent> ReadAsync(string html) => ReadAsync(TextEncoding.UTF8.GetBytes(html));

    public static async Task<PageContent> ReadAsync(byte[] html)
    {
        using var folder = new TemporaryFolder();
        using var fetcher = new ResourceFetcher(new FetchOptions { MaxPageBytes = 64 << 20 });
        var path = folder.Write("page.html", html);
        return await new ContentExtractor(fetcher).ExtractAsync(path, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads a page made to hang the reader: each takes a few seconds, minutes on a machine where hundreds of other tests run, and a hang takes for ever.</summary>
    public static async Task<PageContent> ReadInTimeAsync(string html) =>
        await Task.Run(() => ReadAsync(html)).WaitAsync(TimeSpan.FromMinutes(4), TimeProvider.System, TestContext.Current.CancellationToken);
}
