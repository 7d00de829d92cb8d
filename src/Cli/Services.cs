using System.CommandLine;
using Gpu.Cli.Options;
using Gpu.Cli.Watching;
using Gpu.Runtime.Hosting;
using Gpu.Workflow.Sound.Voices;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Cli;

/// <summary>What the commands work with.</summary>
internal static class Services
{
    public static ServiceProvider Create(ParseResult parsed) =>
        new ServiceCollection()
            .AddGpuWorkflow(options => CommonOptions.Apply(parsed, options))
            .AddGpuRuntime(options => Watched.Apply(parsed, options))
            .Configure<VoiceOptions>(options => SoundOptions.Configure(parsed, options))
            .BuildServiceProvider();
}
