using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>What <see cref="ResizeBand"/> does to rows before and after it resizes them.</summary>
internal static unsafe class ResizeFinish
{
    /// <summary>Straight RGBA to premultiplied, as Pillow's RGBa.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Premultiply(byte* from, byte* to, int pixels, HostPath path)
    {
        var i = 0;
        if (path != HostPath.Plain)
        {
            var opaque = Vector256.Create(0x00FF_0000_0000_0000L).AsUInt16();
            var alphas = Vector256.Create((byte)6, 255, 6, 255, 6, 255, 255, 255, 14, 255, 14, 255, 14, 255, 255, 255, 6, 255, 6, 255, 6, 255, 255, 255, 14, 255, 14, 255, 14, 255, 255, 255);
            for (; i <= pixels - 8; i += 8)
            {
                var pixel = Vector256.Load(from + (4 * i));
                var low = Avx2.UnpackLow(pixel, default);
                var high = Avx2.UnpackHigh(pixel, default);
                low = Over255(low.AsUInt16() * (Avx2.Shuffle(low, alphas).AsUInt16() | opaque)).AsByte();
                high = Over255(high.AsUInt16() * (Avx2.Shuffle(high, alphas).AsUInt16() | opaque)).AsByte();
                Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()).Store(to + (4 * i));
            }
        }

        for (; i < pixels; i++)
        {
            var alpha = from[(4 * i) + 3];
            for (var c = 0; c < 3; c++)
            {
                to[(4 * i) + c] = (byte)Resample.Over255(from[(4 * i) + c] * alpha);
            }

            to[(4 * i) + 3] = alpha;
        }
    }

    /// <summary>Stores a resized row, of so many channels a pixel, as the shape asks.</summary>
    public static void Store(byte* line, byte* target, int pixels, int channels, in ResizeShape shape, HostPath path)
    {
        switch (shape.Alpha)
        {
            case ResizeAlpha.Straight:
                Straighten(line, target, pixels, path);
                break;
            case ResizeAlpha.Over:
                Over(line, target, pixels, shape.Background, path);
                break;
            case ResizeAlpha.Ignore when shape.Channels == channels:
                Buffer.MemoryCopy(line, target, (long)channels * pixels, (long)channels * pixels);
                break;
            default:
                Compact(line, target, pixels, path);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Straighten(byte* line, byte* target, int pixels, HostPath path)
    {
        var i = 0;
        if (path != HostPath.Plain)
        {
            for (; i <= pixels - 8; i += 8)
            {
                var pixel = Vector256.Load((int*)line + i);
                var alpha = Vector256.ConvertToSingle((pixel.AsUInt32() >>> 24).AsInt32());
                var colour = Divide(pixel, alpha) | (Divide(pixel >>> 8, alpha) << 8) | (Divide(pixel >>> 16, alpha) << 16) | (pixel & Vector256.Create(0xFF << 24));
                Vector256.ConditionalSelect(Vector256.Equals(alpha, default).AsInt32(), pixel, colour).Store((int*)target + i);
            }
        }

        for (; i < pixels; i++)
        {
            ((uint*)target)[i] = ((uint*)line)[i];
            int alpha = line[(4 * i) + 3];
            if (alpha is > 0 and < 255)
            {
                for (var c = 4 * i; c < (4 * i) + 3; c++)
                {
                    target[c] = (byte)Math.Min(255 * line[c] / alpha, 255);
                }
            }
        }
    }

    // The integer quotient exactly: below 256 a quotient of these integers is at least 1/255 from the next integer, or it,
    // and a correctly rounded division is nearer than that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Divide(Vector256<int> colour, Vector256<float> alpha)
    {
        var product = (colour & Vector256.Create(255)) * 255;
        var quotient = Avx.ConvertToVector256Int32WithTruncation(Vector256.ConvertToSingle(product) / alpha);
        return Vector256.Min(quotient, Vector256.Create(255));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Over(byte* line, byte* target, int pixels, int background, HostPath path)
    {
        var i = 0;
        var ground = stackalloc uint[4] { (uint)(background >> 16) & 255, (uint)(background >> 8) & 255, (uint)background & 255, 255 };
        if (path != HostPath.Plain)
        {
            var grounds = Vector256.Create(ground[0] | ((ulong)ground[1] << 16) | ((ulong)ground[2] << 32) | (255UL << 48)).AsUInt16();
            var alphas = Vector256.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
            for (; i <= pixels - 8; i += 8)
            {
                var pixel = Vector256.Load(line + (4 * i));
                var alpha = Avx2.Shuffle(pixel, alphas);
                var through = ~alpha;
                var low = Over255(Avx2.UnpackLow(through, default).AsUInt16() * grounds);
                var high = Over255(Avx2.UnpackHigh(through, default).AsUInt16() * grounds);
                (Vector256.Min(pixel, alpha) + Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16())).Store(target + (4 * i));
            }
        }

        for (; i < pixels; i++)
        {
            int alpha = line[(4 * i) + 3];
            for (var c = 0; c < 4; c++)
            {
                target[(4 * i) + c] = (byte)(Math.Min((int)line[(4 * i) + c], alpha) + Resample.Over255((255 - alpha) * (int)ground[c]));
            }
        }
    }

    // Four channels to three.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compact(byte* line, byte* target, int pixels, HostPath path)
    {
        var i = 0;
        if (path != HostPath.Plain)
        {
            var drop = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);

            // 16 bytes are stored for 12: the next store, or the loop below, puts the last four right.
            for (; i <= pixels - 6; i += 4)
            {
                Ssse3.Shuffle(Vector128.Load(line + (4 * i)), drop).Store(target + (3 * i));
            }
        }

        for (; i < pixels; i++)
        {
            target[3 * i] = line[4 * i];
            target[(3 * i) + 1] = line[(4 * i) + 1];
            target[(3 * i) + 2] = line[(4 * i) + 2];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Over255(Vector256<ushort> product)
    {
        var sum = product + Vector256.Create((ushort)128);
        return (sum + (sum >>> 8)) >>> 8;
    }
}
