using Gpu.Runtime.Caching;
using Gpu.Runtime.Devices;

namespace Gpu.Workflow.Jobs;

/// <summary>Settings of the engine and of the stages that come with it.</summary>
public sealed class WorkflowOptions
{
    /// <summary>Where states are kept, a JSON file each; null keeps them in memory, for this process only, and of those that have ended the latest 100.</summary>
    /// <value><c>gpu/workflows</c> in the user's folder for application data.</value>
    public string? StateFolder { get; set; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gpu", "workflows");

    /// <summary>Which devices compute.</summary>
    /// <value><see cref="DeviceSelection.Auto"/></value>
    public DeviceSelection Device { get; set; }

    /// <summary>Threads with which the processor computes, 1 to 256; null for one a core. No frame depends on it.</summary>
    /// <value>null</value>
    public int? Workers { get; set; }

    /// <summary>Whether addresses of this machine and of private networks may be fetched. Leave it off where others choose the URLs.</summary>
    /// <value><see langword="false"/></value>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Whether pages and pictures are fetched that their host's robots.txt forbids to programs. Set it only with the site's leave.</summary>
    /// <value><see langword="false"/></value>
    public bool IgnoreRobots { get; set; }

    /// <summary>The longest that one page or picture may take.</summary>
    /// <value>30 seconds</value>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where it is kept for a day which of the hardware's encoders work; null to try them once in each process.</summary>
    /// <value>null</value>
    public string? EncoderProofFolder { get; set; }

    /// <summary>Whether results of stages are kept and used again.</summary>
    /// <value><see langword="true"/></value>
    public bool UseCache { get; set; } = true;

    /// <summary>Where results are kept; null for what the runtime is set to, which is memory by default.</summary>
    /// <value>null</value>
    public CacheOptions? Cache { get; set; }

    /// <summary>How many films are rendered and encoded at a time, over all workflows of an engine, 1 to 64: one encoder alone does not keep all cores busy.</summary>
    /// <value>One for each four cores, 2 at least, 8 at most.</value>
    public int FilmsAtOnce { get; set; } = Math.Clamp(Environment.ProcessorCount / 4, 2, 8);

    /// <summary>How long content, suggestions and storyboards are kept, over 0.</summary>
    /// <value>3,600 seconds</value>
    public TimeSpan ResultLifetime { get; set; } = TimeSpan.FromSeconds(3_600);

    /// <summary>How long finished ads are kept, over 0.</summary>
    /// <value>7,200 seconds</value>
    public TimeSpan VideoLifetime { get; set; } = TimeSpan.FromSeconds(7_200);
}
