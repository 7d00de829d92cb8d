using Gpu.Runtime.Caching;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gpu.Runtime.Hosting;

/// <summary>Adds the runtime to a container.</summary>
public static class GpuRuntimeServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IComputeEngine"/>, <see cref="ResultCache"/>, <see cref="ResiliencePipelines"/> and <see cref="OptimizationManager"/>. Parts of a host's own join by being
    /// registered as <see cref="IOptimizer"/>. Devices are opened by <see cref="OptimizationManager.InitializeAllAsync"/>,
    /// or by the first work.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddGpuRuntime(this IServiceCollection services) => services.AddGpuRuntime(static _ => { });

    /// <summary>The same, with options.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddGpuRuntime(this IServiceCollection services, Action<GpuRuntimeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<GpuRuntimeOptions>().Configure(configure).ValidateOnStart();
        if (services.Any(static s => s.ServiceType == typeof(ComputeEngineHost)))
        {
            // Added before: only the options are more.
            return services;
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GpuRuntimeOptions>, GpuRuntimeOptionsValidator>());
        services.AddSingleton(static p => new RuntimeTelemetry(Settings(p), p.GetRequiredService<ResiliencePipelines>, p.GetService<ILoggerFactory>(), p.GetService<TimeProvider>()));
        services.AddSingleton(static p => new ComputeEngineHost(Settings(p), p.GetRequiredService<RuntimeTelemetry>(), p.GetService<ILoggerFactory>(), p.GetService<TimeProvider>()));
        services.TryAddSingleton<IComputeEngine>(static p => p.GetRequiredService<ComputeEngineHost>());
        services.TryAddSingleton(static p => new ResiliencePipelines(Read(p).Resilience, p.GetService<ILoggerFactory>(), p.GetService<TimeProvider>()));
        services.TryAddSingleton(static p => new ResultCache(Read(p).CacheOrNone, p.GetRequiredService<ResiliencePipelines>(), p.GetService<TimeProvider>()));
        services.TryAddSingleton(static p =>
        {
            var (host, telemetry, settings) = (p.GetRequiredService<ComputeEngineHost>(), p.GetRequiredService<RuntimeTelemetry>(), Settings(p));
            var logger = p.GetService<ILogger<OptimizationManager>>();
            var builtIn = BuiltInParts.Of(host, p.GetRequiredService<ResultCache>(), telemetry, () => GpuRuntimeOptionsValidator.Read(settings), p.GetServices<KernelWarmUp>(), logger ?? NullLogger<OptimizationManager>.Instance);
            return new OptimizationManager([.. builtIn, .. p.GetServices<IOptimizer>()], settings, telemetry, p.GetRequiredService<IComputeEngine>(), null, logger, p.GetService<TimeProvider>());
        });
        return services;
    }

    /// <summary>The same, with options from configuration; the keys are those named at <see cref="GpuRuntimeOptions"/>.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configuration">The section that holds the settings.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddGpuRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddGpuRuntime(options => RuntimeConfiguration.Bind(configuration, options));
    }

    private static GpuRuntimeOptions Read(IServiceProvider services) => GpuRuntimeOptionsValidator.Read(Settings(services));

    private static IOptions<GpuRuntimeOptions> Settings(IServiceProvider services) => services.GetRequiredService<IOptions<GpuRuntimeOptions>>();
}
