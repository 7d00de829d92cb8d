using Gpu.Runtime.Caching;
using Gpu.Runtime.Hosting;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the workflow into a host.</summary>
public static class WorkflowServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="WorkflowEngine"/>, <see cref="WorkflowBatch"/> and every stage that is not registered yet: a stage of
    /// the host's own is registered before this call, or replaces ours after it.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddGpuWorkflow(this IServiceCollection services, Action<WorkflowOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<WorkflowOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWorkflowStore>(static provider =>
            provider.GetRequiredService<IOptions<WorkflowOptions>>().Value.StateFolder is { } folder ? new FileWorkflowStore(folder) : new MemoryWorkflowStore());
        services.AddGpuRuntime(static _ => { });
        services.AddOptions<GpuRuntimeOptions>().Configure<IOptions<WorkflowOptions>>(static (runtime, workflow) =>
        {
            (runtime.Device, runtime.Workers) = (workflow.Value.Device, workflow.Value.Workers);
            runtime.Cache = workflow.Value.Cache ?? runtime.Cache;
            runtime.EnableCache &= workflow.Value.UseCache;
        });
        services.TryAddSingleton<IFetchCache>(static provider => new AnswerCache(provider.GetRequiredService<ResultCache>(), Limits(provider)));
        services.TryAddSingleton(static provider => new ResourceFetcher(Limits(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ResiliencePipelines>(), provider.GetService<IFetchCache>()));
        services.TryAddSingleton<IContentExtractor>(static provider => new ContentExtractor(provider.GetRequiredService<ResourceFetcher>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISuggester, Suggester>();
        services.TryAddSingleton<IPictureLoader>(static provider => new PictureLoader(provider.GetRequiredService<ResourceFetcher>()));
        services.TryAddSingleton<IPictureJudge, PictureJudge>();
        services.TryAddSingleton<IStoryboardPlanner, StoryboardPlanner>();
        services.TryAddSingleton<IFrameRenderer>(static provider => new FrameRenderer(provider.GetRequiredService<IComputeEngine>(), provider.GetRequiredService<IPictureLoader>()));
        services.TryAddSingleton<IVideoEncoder>(static provider => new FfmpegEncoder(
            new FfmpegOptions { ProofFolder = provider.GetRequiredService<IOptions<WorkflowOptions>>().Value.EncoderProofFolder },
            provider.GetRequiredService<TimeProvider>()));
        services.AddOptions<VoiceOptions>();
        services.TryAddSingleton<ISoundMaker>(static provider => new SoundMaker(
            new VoiceSelector(provider.GetRequiredService<IOptions<VoiceOptions>>().Value, provider.GetRequiredService<TimeProvider>()),
            new MusicFile(new FfmpegOptions()),
            static () => ProgramIdentity.Of("espeak-ng")));
        services.TryAddSingleton<WorkflowStages>();
        services.TryAddSingleton<WorkflowEngine>();
        services.TryAddSingleton<WorkflowBatch>();
        return services;
    }

    private static FetchOptions Limits(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WorkflowOptions>>().Value;
        return new FetchOptions { AllowPrivateAddresses = options.AllowPrivateAddresses, IgnoreRobots = options.IgnoreRobots, Timeout = options.FetchTimeout };
    }
}
