using System.Security.Cryptography;
using Gpu.Runtime;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Avatars;

/// <summary>Reads the user's own picture of a presenter: a file on this machine, checked as if it were a stranger's.</summary>
internal static class AvatarPicture
{
    private const long LargestFile = 32L << 20;
    private static readonly PictureOptions Options = new() { EnoughSide = 1024 };

    /// <summary>Reads and decodes it.</summary>
    /// <exception cref="ConfigurationError">It cannot be read, is too large, or is none of PNG, JPEG and WebP.</exception>
    public static async Task<Bitmap> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var kind = PictureKind.Of(content);
        if (!(IsPng(content) || IsJpeg(content) || IsWebP(content)))
        {
            throw new ConfigurationError($"The avatar \"{path}\" is {kind}. Give a PNG, JPEG or WebP.");
        }

        try
        {
            return PictureDecoder.Decode(content, $"The avatar \"{path}\"", Options);
        }
        catch (PageError e)
        {
            throw new ConfigurationError(e.Message, e);
        }
    }

    /// <summary>What tells one picture from another: the SHA-256 of its file; null where it cannot be read.</summary>
    public static async Task<string?> IdentityAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(await ReadAsync(path, cancellationToken).ConfigureAwait(false)));
        }
        catch (ConfigurationError)
        {
            // Rendering meets the same, and says so.
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var length = LocalFile.Length(new FileInfo(path));
            return length is > 0 and <= LargestFile
                ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)
                : throw new ConfigurationError($"The avatar \"{path}\" has {length} bytes; 1 to {LargestFile} are accepted.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationError($"The avatar \"{path}\" cannot be read: {e.Message}", e);
        }
    }

    private static bool IsPng(ReadOnlySpan<byte> content) => content.Length > 8 && content[0] == 0x89 && content[1..4].SequenceEqual("PNG"u8);

    private static bool IsJpeg(ReadOnlySpan<byte> content) => content.Length > 3 && content[0] == 0xff && content[1] == 0xd8 && content[2] == 0xff;

    private static bool IsWebP(ReadOnlySpan<byte> content) => content.Length > 12 && content[..4].SequenceEqual("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8);
}
