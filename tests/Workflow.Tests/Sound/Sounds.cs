using System.Globalization;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Tests.Encoding;

namespace Gpu.Workflow.Tests.Sound;

/// <summary>Sounds to test with, and what ffmpeg says of them.</summary>
internal static class Sounds
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static SoundBuffer Tone(double seconds, double frequency, double gain)
    {
        var sound = new SoundBuffer(SoundBuffer.At(seconds));
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Left[i] = (float)(gain * Math.Sin(2 * Math.PI * frequency * i / SoundBuffer.Rate));
            sound.Right[i] = -sound.Left[i] / 2;
        }

        return sound;
    }

    public static SoundBuffer Noise(double seconds, ulong seed, double gain)
    {
        var random = new SeededRandom(seed);
        var sound = new SoundBuffer(SoundBuffer.At(seconds));
        for (var i = 0; i < sound.Length; i++)
        {
            // Loud and quiet stretches, so that gates have something to do.
            var level = (i / 20000 % 3) switch { 0 => gain, 1 => gain / 4, _ => gain / 300 };
            sound.Left[i] = (float)(random.NextNoise() * level);
            sound.Right[i] = (float)(random.NextNoise() * level);
        }

        return sound;
    }

    /// <summary>The loudness (LUFS) and the true peak (dBTP) by ffmpeg's ebur128.</summary>
    public static async Task<(double Loudness, double Peak)> MeasureAsync(string file)
    {
        var said = await Tool.ErrorsAsync("ffmpeg", "-hide_banner", "-nostats", "-i", file, "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-");
        var summary = said[said.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        return (Value(summary, "I:"), Value(summary, "Peak:"));
    }

    public static async Task WriteAsync(string path, SoundBuffer sound)
    {
        await using var file = File.Create(path);
        await WaveFile.WriteAsync(file, sound.Left, sound.Right, TestContext.Current.CancellationToken);
    }

    private static double Value(string summary, string name)
    {
        var words = summary[(summary.IndexOf(name, StringComparison.Ordinal) + name.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(words[0], Plain);
    }
}
