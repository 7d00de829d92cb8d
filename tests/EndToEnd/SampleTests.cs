using System.Diagnostics;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public class SampleTests
{
    [Fact]
    public async Task The_sample_host_runs_an_operation_and_a_part_of_its_own()
    {
        var start = new ProcessStartInfo(GpuCommand.Dotnet, [Path.Combine(AppContext.BaseDirectory, "Gpu.Hosting.Engine.dll")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var running = new Running(Process.Start(start)!, TimeSpan.FromMinutes(1));
        var outcome = await running.EndAsync();
        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.StartsWith("31 x 31 = 961 on ", outcome.Lines[0], StringComparison.Ordinal);
        Assert.Equal("kernels Ready, scheduler Ready, cache Disabled, metrics Ready, cluster Disabled, tuning Disabled, polite Ready", outcome.Lines[1]);
    }
}
