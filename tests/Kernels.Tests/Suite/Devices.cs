using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>The accelerators that the tests use, each made at its first use and shared by all tests.</summary>
public sealed class Devices : IDisposable
{
    /// <summary>Threads a group of the CPU accelerator; ILGPU wants at least 2.</summary>
    public const int CpuLanes = 2;

    private const string PoclFlags = "-D__generic=__global";
    private readonly Lazy<Accelerator> _cpu;
    private readonly Lazy<Accelerator> _pocl;
    private readonly Lazy<Accelerator?> _cuda;

    public Devices()
    {
        Context = Context.Create(b => b
            .CPU(new CPUDevice(CpuLanes, 1, Environment.ProcessorCount))
            .OpenCL(_ => true)
            .Cuda()
            .EnableAlgorithms());
        _cpu = new(() => Context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel));
        _pocl = new(CreatePocl);
        _cuda = new(() => Context.GetCudaDevices() is { Count: > 0 } devices ? devices[0].CreateAccelerator(Context) : null);
    }

    public Context Context { get; }

    public Accelerator Cpu => _cpu.Value;

    /// <summary>OpenCL on the CPU. Its absence fails the test that asks: it can be installed everywhere.</summary>
    public Accelerator Pocl => _pocl.Value;

    /// <summary>Null where there is no NVIDIA GPU.</summary>
    public Accelerator? Cuda => _cuda.Value;

    public void Dispose()
    {
        foreach (var accelerator in new[] { _cpu, _pocl })
        {
            if (accelerator.IsValueCreated)
            {
                accelerator.Value.Dispose();
            }
        }

        if (_cuda.IsValueCreated)
        {
            _cuda.Value?.Dispose();
        }

        Context.Dispose();
    }

    private CLAccelerator CreatePocl()
    {
        if (Environment.GetEnvironmentVariable("POCL_EXTRA_BUILD_FLAGS")?.Contains(PoclFlags, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException(
                $"PoCL needs POCL_EXTRA_BUILD_FLAGS=\"{PoclFlags}\" in the environment before the tests start: run ./eng/test, or set it in the shell.");
        }

        var device = FindPocl()
            ?? throw new InvalidOperationException(
                "There is no PoCL among the OpenCL devices: install the packages pocl-opencl-icd and ocl-icd-opencl-dev (./eng/test does).");

        // PoCL 3.1 lacks the generic address space that ILGPU asks for; the build flag maps it to the global one.
        typeof(CLCapabilityContext).GetProperty(nameof(CLCapabilityContext.GenericAddressSpace))!
            .GetSetMethod(nonPublic: true)!.Invoke(device.Capabilities, [true]);
        return device.CreateCLAccelerator(Context);
    }

    private CLDevice? FindPocl()
    {
        foreach (var device in Context.GetCLDevices())
        {
            if (device.PlatformName.Contains("Portable Computing Language", StringComparison.Ordinal))
            {
                return device;
            }
        }

        return null;
    }
}
