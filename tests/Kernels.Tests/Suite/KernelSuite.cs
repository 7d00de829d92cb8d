using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// What every operation must do on every device: the bits of its definition, on shapes at the edges of SIMD widths and on
/// random ones, and the bits of the host body on larger ones. One class derives from it for each backend.
/// </summary>
public abstract class KernelSuite(Devices devices)
{
    // Fewer where the whole suite runs again, with instructions switched off.
    internal const string InstancesVariable = "GPU_TEST_INSTANCES";
    private static readonly int SmallInstances = int.TryParse(Environment.GetEnvironmentVariable(InstancesVariable), out var instances) ? instances : 40;
    private const int LargeInstances = 4;

    // A failure names the seed; set GPU_TEST_SEED to it to see that failure again.
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("GPU_TEST_SEED"), out var seed)
        ? seed
        : (ulong)Random.Shared.NextInt64();

    public static TheoryData<string> Kernels => KernelRegistry.Names;

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

    private protected static byte[][] Result(Accelerator accelerator, Action<CaseArguments> run, int index, bool large)
    {
        var before = DeviceBuffers.Live(accelerator);
        byte[][] result;
        using (var arguments = new CaseArguments(accelerator, Seed, index, large))
        {
            run(arguments);
            result = arguments.Read();
        }

        Assert.True(DeviceBuffers.Live(accelerator) <= before, "The launch left a device buffer behind.");
        return result;
    }

    private protected static void Same(string kernel, int index, byte[][] expected, byte[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var buffer = 0; buffer < expected.Length; buffer++)
        {
            var at = expected[buffer].AsSpan().CommonPrefixLength(actual[buffer]);
            Assert.True(
                at == expected[buffer].Length && at == actual[buffer].Length,
                $"{kernel}, instance {index}, buffer {buffer} (in the order made): byte {at - CaseArguments.GuardLength} of "
                + $"{expected[buffer].Length - (2 * CaseArguments.GuardLength)} is {At(actual[buffer], at)}, expected {At(expected[buffer], at)}. "
                + $"Set GPU_TEST_SEED={Seed} to repeat it.");
        }
    }

    private static string At(byte[] bytes, int at) => at < bytes.Length ? $"0x{bytes[at]:x2}" : "missing";
}
