using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

/// <summary>Pages over TLS from a server that speaks nothing but HTTP/2.</summary>
public sealed class Http2Tests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_page_is_read_over_http2_and_not_from_a_server_that_is_not_trusted()
    {
        await using var site = new Http2Site(Workplace.Shop);
        _place.Write("root.pem", site.Pem);
        string[] command = ["extract", site.Url, "--json", "--allow-private", "--ignore-robots", "--no-cache"];

        var stranger = await _place.RunAsync(command);
        var asked = site.Requests;
        var trusted = await _place.RunAsync(start => start.Environment["SSL_CERT_FILE"] = _place["root.pem"], command);

        Assert.Equal((true, 0), (stranger.Code != 0, asked));
        Assert.Contains(site.Url, stranger.ToString(), StringComparison.Ordinal);
        Assert.True(trusted.Code == 0, trusted.ToString());
        using var page = JsonDocument.Parse(trusted.Output);
        Assert.Equal("Harbour Roast coffee", page.RootElement.GetProperty("title").GetString());
        Assert.NotEqual(0, site.Requests);
    }
}
