using Gpu.Runtime.Caching;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
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
        services.AddSingleton(static p => new ComputeEngineHost(p.GetRequiredService<IOptions<GpuRuntimeOptions>>(), p.GetService<ILoggerFactory>(), p.GetService<TimeProvider>()));
        services.TryAddSingleton<IComputeEngine>(static p => p.GetRequiredService<ComputeEngineHost>());
        services.AddSingleton<IOptimizer>(static p => new KernelsOptimizer(p.GetRequiredService<ComputeEngineHost>()));
        services.AddSingleton<IOptimizer>(static p => new SchedulerOptimizer(p.GetRequiredService<ComputeEngineHost>()));
        services.TryAddSingleton(static p => new ResiliencePipelines(Settings(p).Resilience, p.GetService<ILoggerFactory>(), p.GetService<TimeProvider>()));
        services.TryAddSingleton(static p => new ResultCache(Settings(p).Cache, p.GetRequiredService<ResiliencePipelines>(), p.GetService<TimeProvider>()));
        services.AddSingleton<IOptimizer>(static p => new CacheOptimizer(p.GetRequiredService<ResultCache>(), p.GetRequiredService<ComputeEngineHost>()));
        foreach (var name in BuiltInParts.Absent)
        {
            services.AddSingleton<IOptimizer>(new AbsentOptimizer(name));
        }

        services.TryAddSingleton(static p => new OptimizationManager(
            p.GetServices<IOptimizer>(), p.GetRequiredService<IOptions<GpuRuntimeOptions>>(), p.GetService<ILogger<OptimizationManager>>(), p.GetService<TimeProvider>()));
        return services;
    }

    private static GpuRuntimeOptions Settings(IServiceProvider provider) => GpuRuntimeOptionsValidator.Read(provider.GetRequiredService<IOptions<GpuRuntimeOptions>>());

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
}
