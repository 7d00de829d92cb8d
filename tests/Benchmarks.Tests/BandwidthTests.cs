using Gpu.Benchmarks.Bandwidth;

namespace Gpu.Benchmarks.Tests;

public sealed class BandwidthTests
{
    [Theory]
    [InlineData("cpu")]
    [InlineData("opencl")]
    public void Every_kernel_asked_for_has_its_row_with_the_devices_name(string device)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.True(BandwidthCommand.Run(["--device", device, "--only", "imaging.rgba", "--milliseconds", "1"], output, errors) == 0, errors.ToString());
        Assert.Matches(@"GB/s", output.ToString().Split('\n')[0]);
        Assert.Matches(@"\| imaging\.rgba \| [^|]+ \| [\d.]+ \| [\d.]+ \| \d+ ?% \|", output.ToString());
    }

    [Theory]
    [InlineData(2, "--device", "toaster")]
    [InlineData(2, "--only")]
    [InlineData(1, "--only", "no such kernel", "--device", "cpu")]
    public void What_cannot_be_is_said(int code, params string[] arguments)
    {
        var errors = new StringWriter();
        Assert.Equal(code, BandwidthCommand.Run(arguments, TextWriter.Null, errors));
        Assert.NotEmpty(errors.ToString());
    }
}
