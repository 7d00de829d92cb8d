using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// Host bodies on lesser processors: the suite's comparison with the definition again, in a process in which the runtime
/// does not see some of the instructions.
/// </summary>
public sealed partial class InstructionSetTests(ITestOutputHelper output)
{
    private const string Prefix = "DOTNET_Enable";
    private const string Instances = "20";

    [Theory]
    [InlineData("AVX512v2")]
    [InlineData("AVX512")]
    [InlineData("AVX2")]
    [InlineData("HWIntrinsic")]
    public async Task Every_kernel_gives_the_bits_of_its_definition_without(string instructions)
    {
        var report = await RunAsync(instructions, $"*{nameof(CpuKernelTests)}.{nameof(CpuKernelTests.Gives_the_bits_of_the_definition)}", $"*.{nameof(What_is_switched_off_is_not_there)}");
        var total = Totals().Match(report);
        Assert.True(total.Success, report);
        Assert.Equal(KernelRegistry.Names.Count + 1, int.Parse(total.Groups["total"].ValueSpan, CultureInfo.InvariantCulture));
        output.WriteLine($"{total.Groups["total"].Value} tests without {instructions}, {Instances} instances of each kernel");
    }

    [Fact]
    public void What_is_switched_off_is_not_there()
    {
        // Seen from within: true of the process that the test above starts, and of one that was started with the switch.
        Assert.False(IsOff("AVX512v2") && Avx512Vbmi.IsSupported);
        Assert.False(IsOff("AVX512") && (Avx512F.IsSupported || Vector512.IsHardwareAccelerated));
        Assert.False(IsOff("AVX2") && (Avx2.IsSupported || Vector256.IsHardwareAccelerated));
        Assert.False(IsOff("HWIntrinsic") && (Sse41.IsSupported || Avx.IsSupported || Vector128.IsHardwareAccelerated));
    }

    private static bool IsOff(string instructions) => Environment.GetEnvironmentVariable(Prefix + instructions) == "0";

    private static async Task<string> RunAsync(string instructions, params string[] methods)
    {
        var cancellation = TestContext.Current.CancellationToken;

        // This very program: by its host where it has one of its own, else by dotnet.
        var program = Environment.ProcessPath!;
        string[] itself = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, $"{typeof(InstructionSetTests).Assembly.GetName().Name}.dll")] : [];
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, [.. itself, "-noLogo", "-noColor", "-noAutoReporters", .. methods.SelectMany(m => new[] { "-method", m })])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { [Prefix + instructions] = "0", [KernelSuite.InstancesVariable] = Instances },
            },
        };
        if (instructions == "AVX512")
        {
            // What .NET calls it before version 10.
            process.StartInfo.Environment[Prefix + "AVX512F"] = "0";
        }

        process.Start();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var report = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return report + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    [GeneratedRegex(@"Total: (?<total>\d+), Errors: 0, Failed: 0, Skipped: 0, Not Run: 0")]
    private static partial Regex Totals();
}
