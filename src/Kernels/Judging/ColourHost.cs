using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Judging;

/// <summary>Host body of <see cref="ColourBlocks"/>: eight pixels at once, sums of a block in 32-bit lanes.</summary>
internal static unsafe class ColourHost
{
    private const int Step = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(byte* rgba, in BlockArea area, long* sums, bool plain = false)
    {
        int rgSum = 0, rgSquares = 0, ybSum = 0, ybSquares = 0;
        Vector256<int> rgWide = default, rgWideSquares = default, ybWide = default, ybWideSquares = default;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            var line = rgba + (4 * (area.Offset + ((long)y * area.Width)));
            var x = area.Left;
            if (Avx2.IsSupported && !plain)
            {
                for (; x <= area.Right - Step; x += Step)
                {
                    var pixels = Vector256.Load(line + (4L * x));

                    // Words: R - G and 0; R + G and -2 B.
                    var rg = Avx2.MultiplyAddAdjacent(pixels, Vector256.Create(0x0000FF01).AsSByte());
                    var yb = Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(pixels, Vector256.Create(0x00FE0101).AsSByte()), Vector256<short>.One);
                    rgWide += Avx2.MultiplyAddAdjacent(rg, Vector256<short>.One);
                    rgWideSquares += Avx2.MultiplyAddAdjacent(rg, rg);
                    ybWide += yb;

                    // The upper words have only signs; without them a word's square is a multiply-add.
                    var word = yb & Vector256.Create(0xFFFF);
                    ybWideSquares += Avx2.MultiplyAddAdjacent(word.AsInt16(), word.AsInt16());
                }
            }

            for (; x < area.Right; x++)
            {
                int red = line[4L * x], green = line[(4L * x) + 1], blue = line[(4L * x) + 2];
                int rg = red - green, yb = red + green - (2 * blue);
                rgSum += rg;
                rgSquares += rg * rg;
                ybSum += yb;
                ybSquares += yb * yb;
            }
        }

        // At most 64 x 16 x 510 squared: 2^28.
        sums[0] = rgSum + Vector256.Sum(rgWide);
        sums[1] = rgSquares + Vector256.Sum(rgWideSquares);
        sums[2] = ybSum + Vector256.Sum(ybWide);
        sums[3] = ybSquares + Vector256.Sum(ybWideSquares);
    }
}
