using System.Buffers.Binary;
using System.Text.Json;
using Gpu.Runtime.Caching;

namespace Gpu.Workflow.Jobs;

/// <summary>A finished ad as the cache keeps it.</summary>
/// <param name="Manifest">How it was made; of its warnings only those of the rendering. Files are under their plain names.</param>
/// <param name="Files">The films and the thumbnail, by their plain names; empty where they are too large to be kept.</param>
internal sealed record CachedAd(AdManifest Manifest, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    public static CacheCodec<CachedAd> Codec { get; } = new(Write, Read);

    /// <summary>Takes up what lies in a folder under temporary names.</summary>
    public static async Task<CachedAd> OfAsync(OutputFolder folder, AdFiles names, AdManifest manifest, long most, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>();
        var wanted = manifest.Files.Where(static f => f.Key != AdFiles.Storyboard).ToArray();
        foreach (var (name, _) in wanted.Sum(static f => f.Value.Bytes) < most ? wanted : [])
        {
            files[name] = await File.ReadAllBytesAsync(folder.Temporary(names.Name(name)), cancellationToken).ConfigureAwait(false);
        }

        return new CachedAd(manifest, files);
    }

    // The manifest's length, how many files, and each one's lengths of name and content; then all of it in the same order.
    private static ReadOnlyMemory<byte> Write(CachedAd ad)
    {
        if (ad.Files.Count == 0)
        {
            return default;
        }

        var manifest = StageCodecs.Bytes(ad.Manifest, StageCodecs.Types.AdManifest);
        var parts = ad.Files.Select(static f => (Name: System.Text.Encoding.UTF8.GetBytes(f.Key), Content: f.Value)).ToArray();
        var head = 8 + (8 * parts.Length);
        var bytes = new byte[head + manifest.Length + parts.Sum(static p => p.Name.Length + p.Content.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, manifest.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), parts.Length);
        manifest.CopyTo(bytes, head);
        var at = head + manifest.Length;
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8 + (8 * i)), parts[i].Name.Length);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12 + (8 * i)), parts[i].Content.Length);
            parts[i].Name.CopyTo(bytes, at);
            parts[i].Content.Span.CopyTo(bytes.AsSpan(at + parts[i].Name.Length));
            at += parts[i].Name.Length + parts[i].Content.Length;
        }

        return bytes;
    }

    // Slices that are out of bounds throw, which the cache takes for damage.
    private static CachedAd Read(ReadOnlyMemory<byte> bytes)
    {
        var manifest = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[4..]);
        var at = 8 + (8 * count) + manifest;
        var files = new Dictionary<string, ReadOnlyMemory<byte>>();
        for (var i = 0; i < count; i++)
        {
            var name = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[(8 + (8 * i))..]);
            var content = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[(12 + (8 * i))..]);
            files[System.Text.Encoding.UTF8.GetString(bytes.Span.Slice(at, name))] = bytes.Slice(at + name, content);
            at += name + content;
        }

        return new CachedAd(
            JsonSerializer.Deserialize(bytes.Span.Slice(8 + (8 * count), manifest), StageCodecs.Types.AdManifest) ?? throw new JsonException("It is null."),
            files);
    }
}
