using System.IO.Compression;
using TextEncoding = System.Text.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Workflow.Tests.Fetching;

public sealed class AnswerTests : IDisposable
{
    private readonly ResourceFetcher _fetcher = new(Fetches.Small);

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("404 Not Found", PageErrorKind.NotFound)]
    [InlineData("410 Gone", PageErrorKind.NotFound)]
    [InlineData("403 Forbidden", PageErrorKind.Unreachable)]
    [InlineData("429 Slow", PageErrorKind.Unreachable)]
    [InlineData("500 Broken", PageErrorKind.Unreachable)]
    [InlineData("304 Not Modified", PageErrorKind.Unreachable)]
    public async Task Status_that_is_no_success_says_itself(string status, PageErrorKind kind)
    {
        await using var server = EvilServer.Always(status);
        var error = await Fetches.FailsAsync(_fetcher, server.Url("/page"), kind);
        Assert.Contains(status[..3], error.Message, StringComparison.Ordinal);
        await server.HungUpAsync();
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    public async Task Type_that_is_no_page_is_refused_before_its_body(string type)
    {
        await using var server = new EvilServer((request, stop) => request.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: 10\r\n\r\n", stop));
        var error = await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.WrongType);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
        await server.HungUpAsync();
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Type_that_is_no_picture_is_refused_where_one_is_asked_for(string type)
    {
        await using var server = EvilServer.Always($"200 OK\nContent-Type: {type}", [1]);
        await Fetches.FailsAsync(_fetcher, server.Url("/a.png"), PageErrorKind.WrongType, ResourceKind.Picture);
    }

    [Fact]
    public async Task Declared_size_over_the_limit_is_refused_unread()
    {
        await using var server = new EvilServer((request, stop) => request.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 65537\r\n\r\n", stop));
        var error = await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.TooLarge);
        Assert.Contains("65537", error.Message, StringComparison.Ordinal);
        Assert.Contains("65536", error.Message, StringComparison.Ordinal);
        await server.HungUpAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Transfer-Encoding: chunked\r\n")]
    public async Task Body_without_end_is_left_at_the_limit(string framing)
    {
        await using var server = new EvilServer(async (request, stop) =>
        {
            await request.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{framing}\r\n", stop);
            var piece = (framing.Length > 0 ? "1000\r\n" : "") + new string('x', 0x1000) + (framing.Length > 0 ? "\r\n" : "");
            while (true)
            {
                await request.SendAsync(piece, stop);
            }
        });
        await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.TooLarge);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not()
    {
        await using var server = new EvilServer((request, stop) => request.AnswerAsync(Fetches.Html, new byte[(64 << 10) + (request.Path == "/more" ? 1 : 0)], stop));
        var page = await _fetcher.FetchAsync(server.Url(), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal(64 << 10, page.Content.Length);
        await Fetches.FailsAsync(_fetcher, server.Url("/more"), PageErrorKind.TooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compression_bomb_bursts_at_the_limit(string encoding)
    {
        var bomb = Compress(encoding, new byte[32 << 20]);
        Assert.InRange(bomb.Length, 1, 60_000);
        await using var server = EvilServer.Always($"{Fetches.Html}\nContent-Encoding: {encoding}\nContent-Length: {bomb.Length}", bomb);
        var before = GC.GetTotalAllocatedBytes();
        await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.TooLarge);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 256L << 20);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_body_comes_decoded(string encoding)
    {
        var body = Compress(encoding, "<p>Grüße</p>"u8.ToArray());
        await using var server = EvilServer.Always($"{Fetches.Html}; charset=\"UTF-8\"\nContent-Encoding: {encoding}", body);
        var page = await _fetcher.FetchAsync(server.Url(), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal(("<p>Grüße</p>", "text/html", "UTF-8"), (TextEncoding.UTF8.GetString(page.Content.Span), page.MediaType, page.Charset));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_data_cut_short_or_broken_is_an_error(string encoding)
    {
        var text = new byte[20_000];
        new Random(5).NextBytes(text);
        var whole = Compress(encoding, text);
        var broken = (byte[])whole.Clone();
        broken.AsSpan(0, 40).Fill(0xEE);
        await using var server = new EvilServer((request, stop) =>
        {
            var body = request.Path == "/cut" ? whole[..(whole.Length / 2)] : broken;
            return request.AnswerAsync($"{Fetches.Html}\nContent-Encoding: {encoding}\nContent-Length: {body.Length}", body, stop);
        });
        await Fetches.FailsAsync(_fetcher, server.Url("/broken"), PageErrorKind.Unreachable);
        await Fetches.FailsAsync(_fetcher, server.Url("/cut"), PageErrorKind.Unreachable);
    }

    [Fact]
    public async Task Empty_body_is_an_empty_page()
    {
        await using var server = EvilServer.Always($"{Fetches.Html}\nContent-Length: 0");
        await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.Empty);
    }

    [Fact]
    public async Task Body_dripping_slower_than_the_timeout_is_given_up()
    {
        var time = new FakeTimeProvider();
        using var fetcher = new ResourceFetcher(Fetches.Small, time);
        var dripped = new TaskCompletionSource();
        await using var server = new EvilServer(async (request, stop) =>
        {
            await request.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<", stop);
            dripped.SetResult();
        });
        var failing = Fetches.FailsAsync(fetcher, server.Url(), PageErrorKind.Unreachable);
        await dripped.Task;
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(failing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("30 s", (await failing).Message, StringComparison.Ordinal);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Silent_server_is_given_up_and_redirects_do_not_start_the_time_anew()
    {
        var time = new FakeTimeProvider();
        using var fetcher = new ResourceFetcher(Fetches.Small, time);
        var asked = new TaskCompletionSource();
        await using var server = new EvilServer(async (request, stop) =>
        {
            if (request.Path == "/silent")
            {
                asked.SetResult();
                return;
            }

            time.Advance(TimeSpan.FromSeconds(20));
            await request.AnswerAsync("302 Found\nLocation: /silent", [], stop);
        });
        var failing = Fetches.FailsAsync(fetcher, server.Url(), PageErrorKind.Unreachable);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(10));
        await failing;
        await server.HungUpAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>half")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task Connection_reset_at_any_point_is_an_error(string sent)
    {
        await using var server = new EvilServer(async (request, stop) =>
        {
            await request.SendAsync(sent, stop);
            request.Reset();
        });
        await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.Unreachable);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var server = new EvilServer(async (request, stop) =>
        {
            await request.SendAsync("HTTP/1.1 200 OK\r\n", stop);
            while (true)
            {
                await request.SendAsync($"X-Long: {new string('a', 1000)}\r\n", stop);
            }
        });
        await Fetches.FailsAsync(_fetcher, server.Url(), PageErrorKind.Unreachable);
        await server.HungUpAsync();
    }

    [Fact]
    public async Task Cancelled_fetch_says_so_and_hangs_up()
    {
        using var cancel = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        await using var server = new EvilServer((_, _) =>
        {
            asked.SetResult();
            return Task.CompletedTask;
        });
        var fetch = _fetcher.FetchAsync(server.Url(), ResourceKind.Page, cancel.Token);
        await asked.Task;
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.IsNotType<PageError>(error);
        await server.HungUpAsync();
    }

    private static byte[] Compress(string encoding, byte[] content)
    {
        using var target = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true),
        })
        {
            packer.Write(content);
        }

        return target.ToArray();
    }
}
