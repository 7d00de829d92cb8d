using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Tests.Scheduling;

public class OptionsTests
{
    [Fact]
    public void The_scheduler_s_settings_come_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["batch_delay"] = "00:00:00.002",
            ["batch_limit"] = "64",
            ["hang_timeout"] = "00:00:10",
            ["quarantine"] = "00:00:01",
            ["retry_delay"] = "00:00:00.5",
            ["cost_model"] = "/var/lib/gpu/costs.json",
            ["tenant_weights:interactive"] = "4",
        }).Build();
        var options = new GpuRuntimeOptions();
        RuntimeConfiguration.Bind(configuration, options);
        var compute = options.ToComputeOptions();
        Assert.Equal(
            (2, 64, 10, 1, 500, "/var/lib/gpu/costs.json"),
            (compute.BatchDelay.TotalMilliseconds, compute.BatchLimit, compute.HangTimeout.TotalSeconds, compute.Quarantine.TotalSeconds, compute.RetryDelay.TotalMilliseconds, compute.CostModelPath));
        Assert.Equal(4, compute.TenantWeights["interactive"]);
    }

    [Fact]
    public void Weights_out_of_bounds_are_named()
    {
        var options = new ComputeOptions { TenantWeights = { ["a"] = 0, ["b"] = double.NaN } };
        var error = Assert.Throws<ConfigurationError>(() => OptionsCheck.ThrowIfInvalid(options));
        Assert.Contains("TenantWeights[a] is 0; it must be from 0.001 to 1000.", error.Message, StringComparison.Ordinal);
        Assert.Contains("TenantWeights[b] is NaN", error.Message, StringComparison.Ordinal);
    }
}
