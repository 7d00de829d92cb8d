using System.Globalization;
using Gpu.Benchmarks.Roofline;
using Gpu.Benchmarks.Standard;
using Gpu.Runtime.Devices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Benchmarks.Bandwidth;

/// <summary>
/// <c>bandwidth</c>: runs every kernel at its standard shape on a device and prints its time and the bandwidth that it achieves,
/// beside that of a copy on the same device.
/// </summary>
internal static class BandwidthCommand
{
    private const long CopyBytes = 1L << 28;

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 where the device is not there or no kernel has such a name; 2 for arguments that cannot be.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (!BandwidthOptions.TryParse(arguments, out var options, out var complaint))
        {
            errors.WriteLine($"{complaint}\n{BandwidthOptions.Usage}");
            return 2;
        }

        var kernels = StandardKernels.All.Where(k => k.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)).ToArray();
        var found = DeviceDiscovery.Find(options.Device, workers: null);
        if (kernels.Length == 0 || found.FirstOrDefault(c => c.Info.InUse) is not { } candidate)
        {
            errors.WriteLine(kernels.Length == 0 ? $"No kernel's name contains \"{options.Only}\"." : DeviceSelector.NotThere(found.Select(c => c.Info), options.Device).Message);
            return 1;
        }

        using var device = candidate.Open();
        using var context = Context.Create(b => b.CPU(new CPUDevice(2, 1, 1)).EnableAlgorithms());
        using var host = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Sequential);
        var copy = Copy(device.Accelerator, options.Milliseconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidate.Info.Name} ({candidate.Info.Id}, {candidate.Info.Cores} multiprocessors, driver {candidate.Info.Driver}); a copy there and back: {copy:F1} GB/s\n"));
        output.WriteLine("| kernel | standard shape | us a launch | GB/s | of the copy's |\n| --- | --- | ---: | ---: | ---: |");
        foreach (var kernel in kernels.Where(k => device.Accelerator.AcceleratorType == AcceleratorType.CPU ? !k.GpuOnly : !k.HostOnly))
        {
            var bytes = KernelProfiler.Profile(context, host, kernel, mostWarps: 1).Bytes;
            using var launch = kernel.Open(device.Accelerator);
            var seconds = LaunchTime.Median(device.Accelerator, launch.Run, options.Milliseconds);
            var achieved = bytes / seconds / 1e9;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kernel.Name} | {kernel.Shape} | {seconds * 1e6:F1} | {achieved:F1} | {achieved / copy:P0} |"));
        }

        return 0;
    }

    // Each byte is read once and written once.
    private static double Copy(Accelerator accelerator, int milliseconds)
    {
        using var from = accelerator.Allocate1D<byte>(CopyBytes);
        using var to = accelerator.Allocate1D<byte>(CopyBytes);
        from.MemSetToZero();
        return 2 * CopyBytes / LaunchTime.Median(accelerator, () => to.View.CopyFrom(from.View), milliseconds) / 1e9;
    }
}
