using System.Net;

namespace Gpu.Runtime.Metrics;

/// <summary>What one path of the endpoint answers.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The body's type.</param>
/// <param name="Body">The body.</param>
internal sealed record EndpointAnswer(HttpStatusCode Status, string ContentType, ReadOnlyMemory<byte> Body);
