using CsCheck;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Tests.Encoding;

namespace Gpu.Workflow.Tests.Sound;

public sealed class WaveFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pcm_s16le", 22050, 1)]
    [InlineData("pcm_s24le", 44100, 2)]
    [InlineData("pcm_s32le", 96000, 1)]
    [InlineData("pcm_f32le", 48000, 2)]
    [InlineData("pcm_s16le", 8000, 6)]
    public async Task Files_of_ffmpeg_are_read_and_brought_to_our_rate(string codec, int rate, int channels)
    {
        var wave = await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", $"sine=frequency=1000:sample_rate={rate}:duration=1", "-ac", $"{channels}", "-c:a", codec, "-f", "wav", "pipe:1");

        var sound = WaveFile.Read(wave, "ffmpeg");
        var ours = Resampler.ToOurs(sound).ToArray();

        Assert.Equal((rate, 1.0), (sound.Rate, Math.Round(sound.Seconds, 2)));
        Assert.Equal(SoundBuffer.Rate, ours.Length, 60.0);
        // It is a sine of 1 kHz still: what a fit of one leaves is small.
        Assert.True(Residue(ours.AsSpan(4800, 38400), 1000) < 0.004, $"residue {Residue(ours.AsSpan(4800, 38400), 1000)}");
    }

    [Fact]
    public async Task What_we_write_ffmpeg_reads_sample_for_sample()
    {
        var sound = Sounds.Noise(0.5, 1, 0.8);
        var path = Path.Combine(_folder.Path, "a.wav");
        await Sounds.WriteAsync(path, sound);

        var raw = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "f32le", "pipe:1");

        Assert.Equal(8 * sound.Length, raw.Length);
        Assert.Equal(sound.Left[1234], BitConverter.ToSingle(raw, 8 * 1234));
        Assert.Equal(sound.Right[4321], BitConverter.ToSingle(raw, (8 * 4321) + 4));
    }

    [Fact]
    public async Task Broken_files_are_refused_with_a_reason_and_nothing_else()
    {
        var good = await Tool.RunAsync("espeak-ng", "--stdout", "Hi");
        Gen.Select(Gen.Int[0, 80], Gen.Byte, Gen.Int[0, 200]).Sample((at, value, cut) =>
        {
            var bad = good[..^Math.Min(cut, good.Length - 1)];
            bad[Math.Min(at, bad.Length - 1)] = value;
            try
            {
                _ = WaveFile.Read(bad, "A test");
            }
            catch (OptimizationError e)
            {
                Assert.StartsWith("A test", e.Message, StringComparison.Ordinal);
            }
        });
        Assert.Throws<OptimizationError>(() => WaveFile.Read("<html>"u8, "A test"));
    }

    [Theory]
    [InlineData("mp3", "libmp3lame")]
    [InlineData("ogg", "libvorbis")]
    [InlineData("flac", "flac")]
    public async Task Music_of_the_user_fills_the_ad_and_fades(string format, string codec)
    {
        var path = Path.Combine(_folder.Path, "music." + format);
        await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=500:duration=2", "-c:a", codec, path);

        var sound = await new MusicFile(new FfmpegOptions()).ReadAsync(path, 5, Token);

        Assert.Equal(5 * SoundBuffer.Rate, sound.Length);
        Assert.True(sound.Left[(4 * 48000 / 2)..(5 * 48000 / 2)].Max() > 0.05, "it goes on after its end");
        Assert.True(Math.Abs(sound.Left[^1]) < 0.001);
    }

    [Fact]
    public async Task Music_that_is_none_or_names_other_files_is_refused()
    {
        var text = _folder.Write("music.mp3", "This is no music.");
        var list = _folder.Write("list.m3u8", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        var files = new MusicFile(new FfmpegOptions());

        await Assert.ThrowsAsync<ConfigurationError>(() => files.ReadAsync(text, 5, Token));
        await Assert.ThrowsAsync<ConfigurationError>(() => files.ReadAsync(list, 5, Token));
        await Assert.ThrowsAsync<ConfigurationError>(() => files.ReadAsync(Path.Combine(_folder.Path, "absent.mp3"), 5, Token));
    }

    // The root of what is left when the best sine of a frequency is taken away.
    private static double Residue(ReadOnlySpan<float> values, double frequency)
    {
        double sin = 0, cos = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var phase = 2 * Math.PI * frequency * i / SoundBuffer.Rate;
            sin += values[i] * Math.Sin(phase);
            cos += values[i] * Math.Cos(phase);
        }

        (sin, cos) = (2 * sin / values.Length, 2 * cos / values.Length);
        var rest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var phase = 2 * Math.PI * frequency * i / SoundBuffer.Rate;
            var off = values[i] - (sin * Math.Sin(phase)) - (cos * Math.Cos(phase));
            rest += off * off;
        }

        return Math.Sqrt(rest / values.Length);
    }
}
