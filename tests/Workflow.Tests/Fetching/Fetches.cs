using System.Net;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Fetching;

/// <summary>Fetchers and their failures, for tests.</summary>
internal static class Fetches
{
    public const string Html = "200 OK\nContent-Type: text/html";

    /// <summary>Limits that a test reaches quickly, with this machine's servers allowed.</summary>
    public static FetchOptions Small => new() { AllowPrivateAddresses = true, IgnoreRobots = true, MaxPageBytes = 64 << 10, MaxPictureBytes = 64 << 10, MaxRedirects = 3 };

    /// <summary>A fetcher for which 127.0.0.1 is on the public internet, and nothing else that is not.</summary>
    public static ResourceFetcher WithPublicLoopback() =>
        new(new FetchOptions { IgnoreRobots = true }, TimeProvider.System, null, address => address.Equals(IPAddress.Loopback) || PublicAddress.Is(address));

    /// <summary>The page's failure, which must be of a kind and name the address.</summary>
    public static async Task<PageError> FailsAsync(ResourceFetcher fetcher, Uri url, PageErrorKind kind, ResourceKind asked = ResourceKind.Page)
    {
        var error = await Assert.ThrowsAsync<PageError>(() => fetcher.FetchAsync(url, asked, TestContext.Current.CancellationToken));
        Assert.True(kind == error.Kind, $"{error.Kind} instead of {kind}: {error.Message}");
        Assert.Contains(url.ToString(), error.Message, StringComparison.Ordinal);
        return error;
    }
}
