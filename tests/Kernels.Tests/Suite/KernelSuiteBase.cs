using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Runs instances of operations and compares all the memory that they have.</summary>
public abstract class KernelSuiteBase
{
    // A failure names the seed; set GPU_TEST_SEED to it to see that failure again.
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("GPU_TEST_SEED"), out var seed)
        ? seed
        : (ulong)Random.Shared.NextInt64();

    public static TheoryData<string> Kernels => KernelRegistry.Names;

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
