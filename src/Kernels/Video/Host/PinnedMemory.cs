using System.Runtime.InteropServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>Memory that stays where it is, aligned to cache lines, and grows to what was ever asked for.</summary>
internal sealed unsafe class PinnedMemory
{
    private const int Line = 64;
    private byte[] _bytes = [];
    private byte* _start;

    /// <summary>At least so many bytes. Earlier contents are lost when it grows.</summary>
    public byte* AtLeast(int bytes)
    {
        if (_bytes.Length < bytes + Line)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(bytes + Line, pinned: true);
            var address = (nint)Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);
            _start = (byte*)((address + Line - 1) & -Line);
        }

        return _start;
    }
}
