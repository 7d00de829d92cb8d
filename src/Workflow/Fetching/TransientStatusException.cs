using System.Net;

namespace Gpu.Workflow.Fetching;

/// <summary>An answer that may be another a moment later. Overload (429, 503) is none: more requests make it worse.</summary>
/// <param name="url">Who answered.</param>
/// <param name="status">What.</param>
internal sealed class TransientStatusException(Uri url, HttpStatusCode status) : IOException($"{url} answered {(int)status}.")
{
    public Uri Url => url;

    public HttpStatusCode Status => status;

    public static bool Is(HttpStatusCode status) => (int)status is 408 or 500 or 502 or 504;
}
