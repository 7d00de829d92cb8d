using System.Net;
using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Fetching;

public sealed class AddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST/")]
    public async Task This_machine_is_refused_however_it_is_written(string url)
    {
        using var fetcher = new ResourceFetcher(new FetchOptions { IgnoreRobots = true });
        await Fetches.FailsAsync(fetcher, new Uri(url), PageErrorKind.Refused);
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("gopher://example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("http://me:secret@example.com/")]
    [InlineData("file://server/share/page.html")]
    public async Task Address_that_is_not_fetched_is_refused_before_any_connection(string source)
    {
        using var fetcher = new ResourceFetcher(new FetchOptions { IgnoreRobots = true });
        var error = await Assert.ThrowsAsync<PageError>(() => new ContentExtractor(fetcher).ExtractAsync(source, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_resolves_to_private_addresses_only_is_refused_with_them()
    {
        using var fetcher = new ResourceFetcher(new FetchOptions { IgnoreRobots = true }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.1.2.3"), IPAddress.IPv6Loopback]));
        var error = await Fetches.FailsAsync(fetcher, new Uri("http://rebind.example/"), PageErrorKind.Refused);
        Assert.Contains("10.1.2.3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_name_with_private_and_public_addresses_only_the_public_one_is_connected_to()
    {
        await using var server = EvilServer.Always(Fetches.Html, [65]);
        var asked = new List<IPAddress>();
        using var fetcher = new ResourceFetcher(
            new FetchOptions { IgnoreRobots = true },
            TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]),
            address =>
            {
                asked.Add(address);
                return address.Equals(IPAddress.Loopback);
            });
        await fetcher.FetchAsync(new Uri($"http://mixed.example:{server.Port}/"), ResourceKind.Page, TestContext.Current.CancellationToken);
        Assert.Equal([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback], asked);
        Assert.Single(server.Paths);
    }

    [Fact]
    public async Task Name_that_changes_its_address_is_resolved_once_and_judged_again_at_each_connection()
    {
        await using var server = new EvilServer((request, stop) => request.AnswerAsync("302 Found\nLocation: /next", [], stop));
        var calls = 0;
        using var fetcher = new ResourceFetcher(
            new FetchOptions { IgnoreRobots = true },
            TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>([calls++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]),
            address => address.Equals(IPAddress.Loopback) || PublicAddress.Is(address));
        var error = await Assert.ThrowsAsync<PageError>(() => fetcher.FetchAsync(new Uri($"http://rebind.example:{server.Port}/"), ResourceKind.Page, TestContext.Current.CancellationToken));
        Assert.Equal(PageErrorKind.Refused, error.Kind);
        Assert.Contains("169.254.169.254", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, "/"), (calls, Assert.Single(server.Paths)));
    }

    [Fact]
    public async Task Host_that_does_not_exist_is_not_found()
    {
        using var fetcher = new ResourceFetcher(new FetchOptions { IgnoreRobots = true }, TimeProvider.System, (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound));
        await Fetches.FailsAsync(fetcher, new Uri("http://nowhere.example/"), PageErrorKind.NotFound);
    }

    [Fact]
    public void IPv4_is_judged_alike_in_all_its_IPv6_spellings() =>
        Gen.UInt.Sample(bits =>
        {
            var plain = new IPAddress(bits);
            Assert.Equal(PublicAddress.Is(plain), PublicAddress.Is(plain.MapToIPv6()));
            var compatible = new byte[16];
            plain.GetAddressBytes().CopyTo(compatible, 12);
            Assert.False(PublicAddress.Is(new IPAddress(compatible)));
        });

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Edges_of_the_ranges_are_kept(string address, bool expected) => Assert.Equal(expected, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void Any_source_is_an_address_or_a_page_error() =>
        Gen.String[Gen.Char["ht:/p.s@[]%#?\\0123456789 \0a\u00e9\u202e"], 0, 40].Sample(text =>
        {
            try
            {
                Assert.True(SourceAddress.Parse(text).IsAbsoluteUri);
            }
            catch (PageError)
            {
                // A refusal by name is an answer too.
            }
        });
}
