using System.Buffers.Binary;
using System.Text.Json;
using Gpu.Runtime.Caching;

namespace Gpu.Workflow.Jobs;

/// <summary>A finished ad as the cache keeps it.</summary>
/// <param name="Manifest">How it was made; of its warnings only those of the rendering.</param>
/// <param name="Thumbnail">The JPEG.</param>
/// <param name="Video">The MP4; empty where it is too large to be kept.</param>
internal sealed record CachedAd(AdManifest Manifest, ReadOnlyMemory<byte> Thumbnail, ReadOnlyMemory<byte> Video)
{
    public static CacheCodec<CachedAd> Codec { get; } = new(Write, Read);

    /// <summary>Takes up what lies in a folder under temporary names.</summary>
    public static async Task<CachedAd> OfAsync(OutputFolder folder, AdManifest manifest, long most, CancellationToken cancellationToken)
    {
        var video = folder.Temporary(OutputFolder.Mp4);
        var fits = new FileInfo(video).Length < most;
        return new CachedAd(
            manifest,
            await File.ReadAllBytesAsync(folder.Temporary(OutputFolder.Thumbnail), cancellationToken).ConfigureAwait(false),
            fits ? await File.ReadAllBytesAsync(video, cancellationToken).ConfigureAwait(false) : default(ReadOnlyMemory<byte>));
    }

    private static ReadOnlyMemory<byte> Write(CachedAd ad)
    {
        if (ad.Video.IsEmpty)
        {
            return default;
        }

        var manifest = StageCodecs.Bytes(ad.Manifest, StageCodecs.Types.AdManifest);
        var bytes = new byte[8 + manifest.Length + ad.Thumbnail.Length + ad.Video.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, manifest.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), ad.Thumbnail.Length);
        manifest.CopyTo(bytes, 8);
        ad.Thumbnail.Span.CopyTo(bytes.AsSpan(8 + manifest.Length));
        ad.Video.Span.CopyTo(bytes.AsSpan(8 + manifest.Length + ad.Thumbnail.Length));
        return bytes;
    }

    // Slices that are out of bounds throw, which the cache takes for damage.
    private static CachedAd Read(ReadOnlyMemory<byte> bytes)
    {
        var manifest = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        var thumbnail = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[4..]);
        return new CachedAd(
            JsonSerializer.Deserialize(bytes.Span.Slice(8, manifest), StageCodecs.Types.AdManifest) ?? throw new JsonException("It is null."),
            bytes.Slice(8 + manifest, thumbnail),
            bytes[(8 + manifest + thumbnail)..]);
    }
}
