using Gpu.Benchmarks.Standard;
using ILGPU;
using ILGPU.Runtime.CPU;

namespace Gpu.Benchmarks.Roofline;

/// <summary><c>roofline</c>: writes docs/gpu-roofline.md.</summary>
internal static class RooflineCommand
{
    public const string Page = "docs/gpu-roofline.md";

    public static int Run(TextWriter output)
    {
        var page = Repository.PathOf(Page);
        File.WriteAllText(page, Make());
        output.WriteLine($"Written: {page}");
        return 0;
    }

    /// <summary>The page's text.</summary>
    public static string Make()
    {
        using var context = Context.Create(b => b.CPU(new CPUDevice(2, 1, 1)).EnableAlgorithms());
        using var cpu = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Sequential);
        return RooflinePage.Of([.. StandardKernels.All.Where(k => !k.HostOnly).Select(k => (k, KernelProfiler.Profile(context, cpu, k)))]);
    }
}
