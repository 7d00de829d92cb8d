using System.Numerics;
using System.Runtime.InteropServices;

namespace Gpu.Kernels.Imaging;

/// <summary>Whether a picture has any transparency, found on the host: it ends at the first pixel that has.</summary>
internal static class Opacity
{
    public static bool IsOpaque(ReadOnlySpan<byte> rgba)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        var alpha = BitConverter.IsLittleEndian ? 0xFF00_0000u : 0x0000_00FFu;
        var alphas = new Vector<uint>(alpha);
        var i = 0;
        for (; i <= pixels.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            if ((new Vector<uint>(pixels[i..]) & alphas) != alphas)
            {
                return false;
            }
        }

        for (; i < pixels.Length; i++)
        {
            if ((pixels[i] & alpha) != alpha)
            {
                return false;
            }
        }

        return true;
    }
}
