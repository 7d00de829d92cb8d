using System.Collections;
using System.Reflection;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Counts the buffers that live on an accelerator, for leak checks.</summary>
internal static class DeviceBuffers
{
    // ILGPU keeps its buffers in a private list of weak references and counts none of them in public.
    private static readonly FieldInfo Children = typeof(Accelerator).GetField("childObjects", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException("This version of ILGPU keeps its objects elsewhere; DeviceBuffers must learn where.");

    public static int Live(Accelerator accelerator) =>
        ((IEnumerable)Children.GetValue(accelerator)!)
        .Cast<WeakReference<AcceleratorObject>>()
        .Count(r => r.TryGetTarget(out var target) && target is MemoryBuffer { IsDisposed: false });
}
