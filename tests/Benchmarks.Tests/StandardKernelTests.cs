using Gpu.Benchmarks.Contests;
using Gpu.Benchmarks.Standard;
using Gpu.Kernels.Launching;

namespace Gpu.Benchmarks.Tests;

public sealed class StandardKernelTests
{
    private const int Launches = 40;

    // The CPU is never given the others.
    public static TheoryData<string> OnTheCpu => [.. StandardKernels.All.Where(k => !k.GpuOnly).Select(k => k.Name)];

    [Fact]
    public void Every_operation_has_a_benchmark_at_a_standard_shape()
    {
        var known = StandardKernels.All.Select(k => Definition(k.Operation)).ToHashSet();
        Assert.Empty(typeof(IPixelOperation).Assembly.GetTypes()
            .Where(t => t.IsValueType && (t.IsAssignableTo(typeof(IPixelOperation)) || t.IsAssignableTo(typeof(IItemOperation))) && !known.Contains(t))
            .Select(t => $"{t.FullName}: add it to {nameof(StandardKernels)}"));
    }

    [Fact]
    public void Names_are_those_of_the_kernel_suites_snapshots()
    {
        var snapshots = Directory.GetFiles(Repository.PathOf("tests/Kernels.Tests/Suite/Snapshots"), "*.txt").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(snapshots.Where(n => !n!.StartsWith("suite.", StringComparison.Ordinal)).Order(), StandardKernels.All.Select(k => k.Name).Order());
    }

    [Theory]
    [MemberData(nameof(OnTheCpu))]
    public void A_launch_allocates_nothing(string kernel)
    {
        using var device = new BenchDevice();
        using var launch = StandardKernels.Get(kernel).Open(device.Accelerator);

        // Some operations keep scratch memory for each thread that helped: each must have.
        var least = long.MaxValue;
        for (var i = 0; i < Launches && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            launch.Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
