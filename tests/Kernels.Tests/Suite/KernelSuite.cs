using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// What every operation must do on every device: the bits of its definition, on shapes at the edges of SIMD widths and on
/// random ones, and the bits of the host body on larger ones. One class derives from it for each backend.
/// </summary>
public abstract class KernelSuite(Devices devices) : KernelSuiteBase
{
    // Fewer where the whole suite runs again, with instructions switched off.
    internal const string InstancesVariable = "GPU_TEST_INSTANCES";
    private static readonly int SmallInstances = int.TryParse(Environment.GetEnvironmentVariable(InstancesVariable), out var instances) ? instances : 40;
    private const int LargeInstances = 4;

    protected Devices Devices => devices;

    /// <summary>The accelerator under test; skips the test, with the reason, where there can be none.</summary>
    protected abstract Accelerator Accelerator { get; }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Gives_the_bits_of_the_definition(string kernel)
    {
        var test = KernelRegistry.Get(kernel);
        for (var i = 0; i < SmallInstances; i++)
        {
            Same(kernel, i, Result(Devices.Cpu, test.RunDefinition, i, false), Result(Accelerator, test.Run, i, false));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Gives_the_bits_of_one_band_on_large_shapes(string kernel)
    {
        var test = KernelRegistry.Get(kernel);
        for (var i = 0; i < LargeInstances; i++)
        {
            var expected = Result(Devices.Cpu, a => test.RunBands(a, 1), i, true);
            Same(kernel, i, expected, Result(Accelerator, test.Run, i, true));
        }
    }
}
