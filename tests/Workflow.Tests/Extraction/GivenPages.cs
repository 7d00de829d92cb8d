using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Tests.Extraction;

/// <summary>Reads pages given as text, as if they came from an address.</summary>
internal static class GivenPages
{
    public static readonly Uri Address = new("https://shop.example/goods/page.html");

    public static PageContent Read(string html, Uri? url = null) =>
        PageReader.Read(PageDocument.Parse(html, "the page", TimeProvider.System, TestContext.Current.CancellationToken), "the page", url ?? Address);

    /// <summary>A page with enough text around a part to be read.</summary>
    public static PageContent With(string body, string head = "", string language = "en") =>
        Read($"<!doctype html><html lang='{language}'><head><title>Goods</title>{head}</head><body><main><h1>Goods of the house</h1><p>All that is sold here was made by hand in the house behind the shop.</p>{body}</main></body></html>");
}
