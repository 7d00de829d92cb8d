namespace Gpu.Kernels.Tests.Suite;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Python_takes_and_gives_bytes_and_arguments()
    {
        var result = await Reference.PythonAsync("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1] + sys.argv[1].encode())", new byte[] { 0, 255, 10 }, "a b");
        Assert.Equal([10, 255, 0, .. "a b"u8], result);
    }

    [Fact]
    public async Task Ffmpeg_takes_and_gives_frames()
    {
        var result = await Reference.FfmpegAsync(
            new byte[] { 255, 255, 255, 0, 0, 0 }, "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "2x1", "-i", "-", "-f", "rawvideo", "-pix_fmt", "gray", "-");
        Assert.Equal([255, 0], result);
    }

    [Fact]
    public async Task A_failing_reference_says_why()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Reference.PythonAsync("raise SystemExit('no such thing')", default));
        Assert.Contains("no such thing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_reference_says_so()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Reference.RunAsync("no-such-program", [], default));
        Assert.Contains("no-such-program is not installed", error.Message, StringComparison.Ordinal);
    }
}
