using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>Puts what went wrong on the network into an error for people.</summary>
internal static class FetchFailure
{
    /// <summary>The error for a status that is neither success nor redirect.</summary>
    public static PageError Status(Uri url, HttpStatusCode status)
    {
        var shown = $"{(int)status} {status}";
        return (int)status switch
        {
            404 or 410 => new(PageErrorKind.NotFound, $"{url} does not exist: the server answers {shown}. Check the address."),
            401 or 402 or 403 or 407 or 451 => new(PageErrorKind.Unreachable, $"{url} is not open to everybody: the server answers {shown}. Save the page to a file and name that."),
            429 => new(PageErrorKind.Unreachable, $"{url} was asked for too often: the server answers {shown}. Try again later."),
            >= 500 => new(PageErrorKind.Unreachable, $"{url} is out of order: the server answers {shown}. Try again later."),
            _ => new(PageErrorKind.Unreachable, $"{url} cannot be had: the server answers {shown}."),
        };
    }

    /// <summary>The error for an exception while fetching.</summary>
    public static PageError From(Uri url, Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PageError known:
                    return known;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return new(PageErrorKind.NotFound, $"{url} cannot be had: there is no host {url.IdnHost}. Check the address and the network.", error);
                case SocketException { SocketErrorCode: SocketError.TryAgain }:
                    return new(PageErrorKind.Unreachable, $"{url} cannot be had: the name {url.IdnHost} could not be resolved now. Check the network.", error);
                case AuthenticationException:
                    return new(PageErrorKind.Unreachable, $"{url} cannot be had: its certificate or encryption is not accepted ({cause.Message}).", error);
                case InvalidDataException:
                    return new(PageErrorKind.Unreachable, $"{url} cannot be had: the server sends compressed data that is broken.", error);
            }
        }

        return new(PageErrorKind.Unreachable, $"{url} cannot be had: {error.GetBaseException().Message.TrimEnd('.')}.", error);
    }

    /// <summary>The error for an answer that took too long.</summary>
    public static PageError Timeout(Uri url, TimeSpan limit, Exception cause) =>
        new(PageErrorKind.Unreachable, $"{url} did not answer fully within {limit.TotalSeconds:0.###} s. Try again, or raise the timeout.", cause);

    /// <summary>The error for redirects that come to no end.</summary>
    public static PageError Redirects(IReadOnlyList<Uri> chain, string why)
    {
        var shown = chain.Select(url => url.AbsoluteUri);
        return new(PageErrorKind.Unreachable, $"{chain[0]} cannot be had: {why}: {string.Join(" -> ", shown)}.");
    }
}
