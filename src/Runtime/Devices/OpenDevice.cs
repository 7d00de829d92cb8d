using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Gpu.Runtime.Devices;

/// <summary>
/// An accelerator with the ILGPU context that compiles for it. Each device has a context of its own: devices then share no
/// state, compile at the same time, and a lost one takes nothing with it. Made, used and disposed on one thread.
/// </summary>
internal sealed class OpenDevice : IDisposable
{
    private readonly Context _context;

    private OpenDevice(Context context, Accelerator accelerator)
    {
        _context = context;
        Accelerator = accelerator;
    }

    public Accelerator Accelerator { get; }

    public static OpenDevice Open(Device device)
    {
        // O1 is ILGPU's tested level; O2 is known to miscompile.
        var context = Context.Create(builder =>
        {
            builder.Optimize(OptimizationLevel.O1).EnableAlgorithms();
            if (device is CudaDevice)
            {
                // Registers no device: it lets ILGPU look for CUDA's own maths library.
                builder.Cuda(static (CudaDevice _) => false);
            }
        });
        try
        {
            return new OpenDevice(context, NativeSignals.Keep(() => device.CreateAccelerator(context)));
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
