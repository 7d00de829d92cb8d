using System.Runtime.InteropServices;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Sound;

/// <summary>The user's own music, decoded by ffmpeg and brought to the ad's length: again from the start where it is too short, faded out where it is cut.</summary>
/// <param name="options">Which ffmpeg.</param>
internal sealed class MusicFile(FfmpegOptions options)
{
    private const double FadeOut = 1.8;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; never an address.</param>
    /// <param name="seconds">How long it is to be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConfigurationError">It is not there, or has no sound that ffmpeg can decode.</exception>
    public async Task<SoundBuffer> ReadAsync(string path, double seconds, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationError($"The music \"{path}\" is not there. Name a sound file, one of the moods, or none.");
        }

        var wanted = SoundBuffer.At(seconds);
        var frames = await DecodeAsync(path, seconds, cancellationToken).ConfigureAwait(false);
        if (frames.Length < 2)
        {
            throw new ConfigurationError($"The music \"{path}\" has no sound in it that ffmpeg can decode.");
        }

        return Fit(MemoryMarshal.Cast<byte, float>(frames.AsSpan(0, frames.Length / 8 * 8)), wanted);
    }

    private async Task<byte[]> DecodeAsync(string path, double seconds, CancellationToken cancellationToken)
    {
        // Only formats that cannot name other files, and only files.
        string[] arguments =
        [
            "-hide_banner", "-nostats", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-format_whitelist", "wav,mp3,flac,ogg,mov,aac,matroska,aiff,w64,caf,asf",
            "-i", $"file:{Path.GetFullPath(path)}", "-map", "0:a:0", "-t", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "-ac", "2", "-ar", SoundBuffer.Rate.ToString(System.Globalization.CultureInfo.InvariantCulture), "-f", "f32le", "pipe:1",
        ];
        using var process = FfmpegProcess.Start(options.Program, arguments, readsOutput: true);
        var said = new LastLines();
        try
        {
            process.StandardInput.Close();
            var listening = said.ReadAsync(process.StandardError);
            using var sound = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(sound, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            await listening.ConfigureAwait(false);
            return process.ExitCode == 0
                ? sound.ToArray()
                : throw new ConfigurationError($"The music \"{path}\" cannot be decoded. ffmpeg's last lines:\n{said}");
        }
        finally
        {
            await FfmpegProcess.EndAsync(process).ConfigureAwait(false);
        }
    }

    private static SoundBuffer Fit(ReadOnlySpan<float> pairs, int wanted)
    {
        var sound = new SoundBuffer(wanted);
        var length = pairs.Length / 2;
        for (var i = 0; i < wanted; i++)
        {
            var at = 2 * (i % length);
            sound.Left[i] = pairs[at];
            sound.Right[i] = pairs[at + 1];
        }

        // An end in the middle of a bar would be heard.
        sound.FadeOut(SoundBuffer.At(FadeOut));
        return sound;
    }
}
