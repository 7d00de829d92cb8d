using Gpu.Runtime;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Tests.Encoding;

/// <summary>
/// The choice of an encoder. Where the hardware is missing, a real ffmpeg stands behind a script that gives its x264 out for
/// h264_nvenc: as it is, with wrong pictures, or never coming to an end.
/// </summary>
public sealed class EncoderTests : IDisposable
{
    private const string Good = "exec ffmpeg \"${now[@]}\"";
    private const string Wrong = "exec ffmpeg \"${now[@]:0:${#now[@]}-5}\" -vf negate \"${now[@]: -5}\"";
    private const string Stuck = "exec sleep 1000";
    private const string Broken = "echo '[h264_nvenc @ 0x1] No capable devices found' >&2; exit 1";
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Good, null)]
    [InlineData(Wrong, "Its pictures are not those that went in")]
    [InlineData(Stuck, "within 2 seconds")]
    [InlineData(Broken, "No capable devices found.")]
    public async Task An_encoder_counts_only_where_its_frames_come_back_as_they_went_in(string behaviour, string? why)
    {
        var program = await ScriptAsync(behaviour);
        // A machine under load takes its time over a good one.
        var probe = new EncoderProbe(new FfmpegOptions { Program = program }, TimeProvider.System) { Limit = TimeSpan.FromSeconds(behaviour == Stuck ? 2 : 60) };

        var report = await probe.TryAsync(H264Encoder.Nvenc, Cancel);

        Assert.Equal(why is null, report.Works);
        Assert.Contains(why ?? "", report.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_that_works_is_chosen_and_encodes_and_the_proof_is_kept_for_a_day_and_by_program()
    {
        var options = new FfmpegOptions { Program = await ScriptAsync(Good), ProofFolder = Path.Combine(_folder.Path, "proofs") };
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow());
        Assert.Equal(H264Encoder.Nvenc, await new EncoderChoice(options, time).ChooseAsync(H264Encoder.Auto, Cancel));
        await using (var encoding = await new FfmpegEncoder(options).StartAsync(Path.Combine(_folder.Path, "a.mp4"), new EncodingOptions(64, 64, 25, "veryfast", 20) { Encoder = H264Encoder.Nvenc }, Cancel))
        {
            await encoding.WriteAsync(new byte[64 * 64 * 3 / 2], Cancel);
            Assert.Equal("h264_nvenc", (await encoding.CompleteAsync(Cancel)).Codec);
        }

        var runs = await RunsAsync();
        Assert.Equal(H264Encoder.Nvenc, await new EncoderChoice(options, time).ChooseAsync(H264Encoder.Nvenc, Cancel));
        Assert.Equal(runs, await RunsAsync());

        time.Advance(TimeSpan.FromHours(25));
        await ScriptAsync(Broken);
        var error = await Assert.ThrowsAsync<LibraryNotAvailableError>(() => new EncoderChoice(options, time).ChooseAsync(H264Encoder.Nvenc, Cancel));
        Assert.Contains("No capable devices found.", error.Message, StringComparison.Ordinal);
        Assert.Equal(H264Encoder.X264, await new EncoderChoice(options, time).ChooseAsync(H264Encoder.Auto, Cancel));
    }

    [Fact]
    public async Task A_proof_that_cannot_be_read_or_kept_is_none()
    {
        var options = new FfmpegOptions { Program = await ScriptAsync(Broken), ProofFolder = Path.Combine(_folder.Path, "proofs") };
        Assert.Equal(H264Encoder.X264, await new EncoderChoice(options, TimeProvider.System).ChooseAsync(H264Encoder.Auto, Cancel));
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(options.ProofFolder)), "{ torn", Cancel);
        Assert.Equal(H264Encoder.X264, await new EncoderChoice(options, TimeProvider.System).ChooseAsync(H264Encoder.Auto, Cancel));
        var nowhere = options with { ProofFolder = Path.Combine(options.Program, "proofs") };
        Assert.Equal(H264Encoder.X264, await new EncoderChoice(nowhere, TimeProvider.System).ChooseAsync(H264Encoder.Auto, Cancel));
    }

    [Fact]
    public async Task Every_encoder_of_the_hardware_works_or_says_why_not()
    {
        var reports = await new FfmpegEncoder().ReportAsync(Cancel);

        Assert.Equal([H264Encoder.Nvenc, H264Encoder.Qsv, H264Encoder.Amf, H264Encoder.Vaapi], reports.Select(static r => r.Encoder));
        Assert.All(reports, static r => Assert.NotEqual(r.Works, r.Reason is { Length: > 10 }));
    }

    [Fact]
    public void Lossless_is_x264s_alone() =>
        Assert.Contains("x264", Assert.Throws<ConfigurationError>(() => EncodingOptionsCheck.Check(new EncodingOptions(64, 64, 25, "veryfast", 0) { Encoder = H264Encoder.Qsv })).Message, StringComparison.Ordinal);

    private async Task<int> RunsAsync() => (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "runs"), Cancel)).Length;

    // Options that x264 does not know are left out; all else of the command line is as it would be for NVENC.
    private async Task<string> ScriptAsync(string behaviour)
    {
        var path = Path.Combine(_folder.Path, "ffmpeg.sh");
        await File.WriteAllTextAsync(path, $$"""
            #!/bin/bash
            case "$*" in *h264_nvenc*) ;; *) exec ffmpeg "$@" ;; esac
            echo run >> "{{_folder.Path}}/runs"
            now=()
            while [ $# -gt 0 ]; do
              case "$1" in
                h264_nvenc) now+=(libx264) ;;
                -rc | -cq) shift ;;
                -preset) now+=(-preset veryfast -crf 18); shift ;;
                -b:v) shift ;;
                *) now+=("$1") ;;
              esac
              shift
            done
            {{behaviour}}
            """, Cancel);
        await Tool.RunAsync("chmod", "+x", path);
        return path;
    }
}
