using System.CommandLine;
using Gpu.Runtime.Devices;
using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Options;

/// <summary>The options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>The words of <c>--device</c>.</summary>
    public static IReadOnlyDictionary<string, DeviceSelection> DeviceWords { get; } = new Dictionary<string, DeviceSelection>
    {
        ["auto"] = DeviceSelection.Auto,
        ["cpu"] = DeviceSelection.Cpu,
        ["cuda"] = DeviceSelection.Cuda,
        ["opencl"] = DeviceSelection.OpenCL,
    };

    public static Option<DeviceSelection?> Device { get; } = Values.Choice("--device", "Which devices compute. [default: auto]", DeviceWords);

    public static Option<int?> Workers { get; } = Values.Integer("--workers", "Threads with which the processor computes. No frame depends on it. [default: one a core]", "N", 1, 256);

    public static Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Fetch from this machine and private networks too." };

    public static Option<bool> IgnoreRobots { get; } = new("--ignore-robots") { Description = "Fetch what a site's robots.txt forbids to programs; only with the site's leave." };

    public static Option<double?> Timeout { get; } = Values.Seconds("--timeout", "The longest that one page or picture may take to fetch. [default: 30]", 600);

    public static Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON on standard output, progress on standard error." };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but errors." };

    /// <summary>Sets what the options say.</summary>
    public static void Apply(ParseResult parsed, WorkflowOptions options)
    {
        // A command that ends leaves its record beside the ad, not in the user's home.
        options.StateFolder = null;
        CacheCliOptions.Apply(parsed, options);
        options.EncoderProofFolder = CacheFolder.Usual();
        options.Device = parsed.GetValue(Device) ?? DeviceSelection.Auto;
        options.Workers = parsed.GetValue(Workers);
        options.AllowPrivateAddresses = parsed.GetValue(AllowPrivate);
        options.IgnoreRobots = parsed.GetValue(IgnoreRobots);
        options.FilmsAtOnce = parsed.GetResult(FormatOptions.Films) is null ? options.FilmsAtOnce : parsed.GetValue(FormatOptions.Films) ?? options.FilmsAtOnce;
        options.FetchTimeout = parsed.GetValue(Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : options.FetchTimeout;
    }
}
