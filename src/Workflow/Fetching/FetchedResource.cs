namespace Gpu.Workflow.Fetching;

/// <summary>What was fetched.</summary>
/// <param name="Url">Its own address, after redirects.</param>
/// <param name="Content">The bytes, decompressed.</param>
/// <param name="MediaType">What the server calls it, in lower case; null where it says nothing and for files.</param>
/// <param name="Charset">The character set that the server names; null for none.</param>
internal sealed record FetchedResource(Uri Url, ReadOnlyMemory<byte> Content, string? MediaType, string? Charset);
