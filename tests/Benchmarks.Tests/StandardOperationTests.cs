using Gpu.Benchmarks.Standard;
using Gpu.Benchmarks.Suites;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Tests;

public sealed class StandardOperationTests
{
    [Fact]
    public void Every_work_and_every_transition_is_among_them()
    {
        var works = typeof(IDeviceWork).Assembly.GetExportedTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IDeviceWork))).Select(t => t.Name)
            .Concat(Enum.GetNames<Transition>().Select(t => $"ComposeFrame, {t}"));
        Assert.All(works, static w => Assert.Contains(StandardOperations.All.Keys, k => k == w || k.StartsWith(w + ",", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_call_allocates_is_found()
    {
        object? kept = null;
        Assert.InRange(CallAllocation.Of(() => kept = new byte[1000]), 1000, long.MaxValue);
        Assert.NotNull(kept);
    }
}
