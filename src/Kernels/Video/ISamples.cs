using ILGPU;

namespace Gpu.Kernels.Video;

/// <summary>Bytes of a picture's planes, in a view or at an address: what samples are made of is written once for both.</summary>
internal interface ISamples
{
    /// <summary>A byte around 128.</summary>
    int At(int index);
}

/// <summary>On a device.</summary>
internal readonly struct ViewSamples(ArrayView<byte> view) : ISamples
{
    public int At(int index) => view[index] - 128;
}

/// <summary>On the host, where views check each index.</summary>
internal readonly unsafe struct HostSamples(byte* bytes) : ISamples
{
    public int At(int index) => bytes[index] - 128;
}
