using System.Net;
using Gpu.Runtime.Caching;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Options;

namespace Gpu.Runtime.Optimizers;

/// <summary>Checks the runtime's settings; each message names the setting, its value and its bound.</summary>
internal sealed class GpuRuntimeOptionsValidator : IValidateOptions<GpuRuntimeOptions>
{
    public ValidateOptionsResult Validate(string? name, GpuRuntimeOptions options)
    {
        List<string> failures = [.. OptionsCheck.Failures(options.Bounded), .. CacheCheck.Failures(options.Cache), .. ResilienceCheck.Failures(options.Resilience)];
        if (options is { EnableScheduler: false, Workers: > 1 })
        {
            failures.Add($"Workers is {options.Workers} and the scheduler is switched off; without it, it must be 1 or unset.");
        }

        if (options.DrainTimeout < TimeSpan.Zero || options.DrainTimeout > TimeSpan.FromMinutes(10))
        {
            failures.Add($"DrainTimeout is {options.DrainTimeout}; it must be from 00:00:00 to 00:10:00.");
        }

        if (options.MetricsPort is < 0 or > IPEndPoint.MaxPort)
        {
            failures.Add($"MetricsPort is {options.MetricsPort}; it must be from 0 to {IPEndPoint.MaxPort}.");
        }

        if (options.MetricsAddress != "*" && Uri.CheckHostName(options.MetricsAddress) == UriHostNameType.Unknown)
        {
            failures.Add($"MetricsAddress is '{options.MetricsAddress}'; it must be an address or name of this machine, or *.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>The options, bound and checked.</summary>
    /// <exception cref="ConfigurationError">A setting is out of its bounds.</exception>
    public static GpuRuntimeOptions Read(IOptions<GpuRuntimeOptions> options)
    {
        try
        {
            return options.Value;
        }
        catch (OptionsValidationException e)
        {
            throw new ConfigurationError(string.Join(" ", e.Failures), e);
        }
    }
}
