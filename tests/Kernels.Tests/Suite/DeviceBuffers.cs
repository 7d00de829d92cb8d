using System.Collections;
using System.Reflection;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Counts the buffers that live on an accelerator, for leak checks.</summary>
internal static class DeviceBuffers
{
    // ILGPU keeps its buffers in a private list of weak references and counts none of them in public.
    private static readonly FieldInfo Children = Field("childObjects");
    private static readonly FieldInfo SyncRoot = Field("syncRoot");

    public static int Live(Accelerator accelerator)
    {
        // A thread of the accelerator's compacts the list now and then, under this lock.
        lock (SyncRoot.GetValue(accelerator)!)
        {
            return ((IEnumerable)Children.GetValue(accelerator)!)
                .Cast<WeakReference<AcceleratorObject>>()
                .Count(r => r.TryGetTarget(out var target) && target is MemoryBuffer { IsDisposed: false });
        }
    }

    private static FieldInfo Field(string name) => typeof(Accelerator).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException($"This version of ILGPU has no {name}; DeviceBuffers must learn where its objects are.");
}
