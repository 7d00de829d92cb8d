using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>Chooses what encodes, by what is proven to work. Proofs are kept for a day, by ffmpeg and devices.</summary>
/// <param name="options">Which ffmpeg, and where proofs are kept.</param>
/// <param name="time">The clock.</param>
internal sealed class EncoderChoice(FfmpegOptions options, TimeProvider time)
{
    // A driver may be installed or break without a device or a program to show it.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    // One probing in a process: two at a time would fight for the same hardware.
    private static readonly SemaphoreSlim One = new(1, 1);

    private EncoderProofs? _proofs;

    /// <summary>The encoder to use.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LibraryNotAvailableError">One is named that does not work here; the message says why.</exception>
    public async Task<H264Encoder> ChooseAsync(H264Encoder wanted, CancellationToken cancellationToken)
    {
        if (wanted == H264Encoder.X264)
        {
            return wanted;
        }

        var reports = await ReportAsync(fresh: false, cancellationToken).ConfigureAwait(false);
        if (wanted == H264Encoder.Auto)
        {
            return reports.FirstOrDefault(static r => r.Works)?.Encoder ?? H264Encoder.X264;
        }

        var report = reports.First(r => r.Encoder == wanted);
        return report.Works ? wanted : throw new LibraryNotAvailableError($"The encoder {wanted.Word()} does not work here: {report.Reason} Choose another, or auto. (gpu encoders tries them again.)");
    }

    /// <summary>Whether each of the hardware's encoders works.</summary>
    /// <param name="fresh">Whether to try them now, whatever is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<EncoderReport>> ReportAsync(bool fresh, CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var identity = Identity();
            if (!fresh && (_proofs ?? await ReadAsync(cancellationToken).ConfigureAwait(false)) is { } known && known.Identity == identity && time.GetUtcNow() - known.At < Lifetime && known.At <= time.GetUtcNow())
            {
                return (_proofs = known).Reports;
            }

            var probe = new EncoderProbe(options, time);
            var reports = new List<EncoderReport>();
            foreach (var encoder in H264Encoders.Hardware)
            {
                reports.Add(await probe.TryAsync(encoder, cancellationToken).ConfigureAwait(false));
            }

            _proofs = new EncoderProofs(identity, time.GetUtcNow(), reports);
            await KeepAsync(_proofs, cancellationToken).ConfigureAwait(false);
            return reports;
        }
        finally
        {
            One.Release();
        }
    }

    // The program, the drivers' device nodes, and this code.
    private string Identity() => string.Join('\n', (string[])
    [
        ProgramIdentity.Of(options.Program) ?? options.Program,
        typeof(EncoderChoice).Assembly.ManifestModule.ModuleVersionId.ToString("N"),
        .. Nodes("/dev", "nvidia*"), .. Nodes("/dev/dri", "*"),
    ]);

    private static IEnumerable<string> Nodes(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal) : [];

    private string? PathOf() => options.ProofFolder is { } folder
        ? Path.Combine(folder, $"encoders-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(options.Program)))[..16]}.json")
        : null;

    private async Task<EncoderProofs?> ReadAsync(CancellationToken cancellationToken)
    {
        if (PathOf() is not { } path || !File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, EncoderProofsJson.Default.EncoderProofs, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // A proof that cannot be read is none.
            return null;
        }
    }

    private async Task KeepAsync(EncoderProofs proofs, CancellationToken cancellationToken)
    {
        if (PathOf() is not { } path)
        {
            return;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(options.ProofFolder!);
            await File.WriteAllBytesAsync(temporary, JsonSerializer.SerializeToUtf8Bytes(proofs, EncoderProofsJson.Default.EncoderProofs), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next process tries them again, which takes it a moment; that is no reason to fail.
        }
        finally
        {
            // Under its name it is no longer there; a write that was broken off leaves it.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}

/// <summary>What was found of the encoders, of what, and when.</summary>
internal sealed record EncoderProofs(string Identity, DateTimeOffset At, IReadOnlyList<EncoderReport> Reports);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(EncoderProofs))]
internal sealed partial class EncoderProofsJson : JsonSerializerContext;
