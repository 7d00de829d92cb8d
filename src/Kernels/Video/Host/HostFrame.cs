using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ILGPU;

namespace Gpu.Kernels.Video.Host;

/// <summary>A frame composition with its views as pointers, taken once for a band.</summary>
internal unsafe ref struct HostFrame
{
    /// <summary>The frame's bytes.</summary>
    public byte* Target;

    /// <summary>Luma columns.</summary>
    public int Width;

    /// <summary>Luma rows.</summary>
    public int Height;

    /// <summary>The first layer.</summary>
    public ref readonly SampledLayer From;

    /// <summary>The second.</summary>
    public ref readonly SampledLayer To;

    /// <summary>The second's share, 0 where there is none.</summary>
    public int Mix;

    /// <summary>The overlays' planes.</summary>
    public byte* Atlas;

    /// <summary>The overlays.</summary>
    public PlacedOverlay* Overlays;

    /// <summary>How many.</summary>
    public int Count;

    /// <summary>The address of a view's first element.</summary>
    public static T* Address<T>(ArrayView<T> view)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref view[0]);

    /// <summary>Composes a band with one kind of vectors.</summary>
    public readonly void Compose(HostLevel level, int first, int end)
    {
        switch (level)
        {
            case HostLevel.Vector512:
                HostBand<Lanes512, Vector512<short>>.Compose(this, first, end);
                break;
            case HostLevel.Vector256:
                HostBand<Lanes256, Vector256<short>>.Compose(this, first, end);
                break;
            case HostLevel.Vector128:
                HostBand<Lanes128, Vector128<short>>.Compose(this, first, end);
                break;
            default:
                HostBand<LanesPortable, Vector128<short>>.Compose(this, first, end);
                break;
        }
    }
}
