using System.Diagnostics;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Benchmarks.Contests;

/// <summary>Our renderer and encoder, as a host gets them from its services. The services of a run are its own: pictures are read and prepared anew.</summary>
internal static class OurFilm
{
    /// <summary>Renders all frames into a sink.</summary>
    /// <param name="sink">Takes the frames.</param>
    /// <param name="hash">Whether the frames are hashed as well, as for a manifest: a peer that makes frames alone does not hash them.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>Wall and CPU seconds of this process, pictures included.</returns>
    public static async Task<(double Wall, double Processor)> RenderAsync(IFrameSink sink, bool hash, CancellationToken cancellationToken)
    {
        var provider = Services();
        await using (provider.ConfigureAwait(false))
        {
            using var self = Process.GetCurrentProcess();
            var before = self.TotalProcessorTime;
            var begin = Stopwatch.GetTimestamp();
            await Renderer(provider, hash).RenderAsync(Film.Storyboard(), Film.Page, sink, null, cancellationToken).ConfigureAwait(false);
            var wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            self.Refresh();
            return (wall, (self.TotalProcessorTime - before).TotalSeconds);
        }
    }

    /// <summary>Renders and encodes, to the last byte of the file.</summary>
    public static async Task<double> EncodeAsync(string path, CancellationToken cancellationToken)
    {
        var provider = Services();
        await using (provider.ConfigureAwait(false))
        {
            var begin = Stopwatch.GetTimestamp();
            var encoding = await provider.GetRequiredService<IVideoEncoder>()
                .StartAsync(path, new EncodingOptions(Data.Width, Data.Height, Film.Rate, "veryfast", 20), cancellationToken).ConfigureAwait(false);
            await using (encoding.ConfigureAwait(false))
            {
                await Renderer(provider, hash: true).RenderAsync(Film.Storyboard(), Film.Page, encoding, null, cancellationToken).ConfigureAwait(false);
                await encoding.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }

            return Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
    }

    private static ServiceProvider Services() => new ServiceCollection().AddGpuWorkflow(static options => options.Device = Runtime.Devices.DeviceSelection.Cpu).BuildServiceProvider();

    private static FrameRenderer Renderer(ServiceProvider provider, bool hash) =>
        new FrameRenderer(provider.GetRequiredService<IComputeEngine>(), provider.GetRequiredService<IPictureLoader>(), new RenderOptions { HashFrames = hash });
}
