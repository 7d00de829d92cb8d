using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Video.Host;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>Host body of <see cref="BlendLight"/>: eight pixels at a time, their light and their levels gathered.</summary>
internal static unsafe class BlendLightRows
{
    private const int Levels = 256;

    /// <summary>Mixes rows.</summary>
    /// <param name="a">The first picture.</param>
    /// <param name="b">The second.</param>
    /// <param name="into">Takes the result.</param>
    /// <param name="lights"><see cref="LinearLight.Light"/>.</param>
    /// <param name="levels"><see cref="LinearLight.Level"/>.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="field">The shares.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="path">The instructions to use.</param>
    public static void Mix(byte* a, byte* b, byte* into, ushort* lights, byte* levels, int width, in BlendField field, int first, int end, HostPath path)
    {
        var padded = ColumnTable.Padded(width);
        var wide = (int*)HostScratch.Take((sizeof(int) * Levels) + (sizeof(short) * (long)padded));
        var shares = (short*)(wide + Levels);

        // As gathers take them: of 32 bits each.
        for (var i = 0; i < Levels; i++)
        {
            wide[i] = lights[i];
        }

        var places = field.Kind > BlendKind.Dip;
        if (!places)
        {
            new Span<short>(shares, padded).Fill((short)field.Offset);
        }

        for (var y = first; y < end; y++)
        {
            if (places)
            {
                ShareRow.Make(field, 0, y, shares, padded);
            }

            var start = 4L * y * width;
            byte* one = a + start, other = b + start, to = into + start;
            for (var x = path == HostPath.Plain ? 0 : Eights(one, other, to, wide, levels, shares, width, field); x < width; x++)
            {
                for (var c = 4 * x; c < (4 * x) + 3; c++)
                {
                    to[c] = levels[BlendLight.Mix(field, wide[one[c]], wide[other[c]], shares[x])];
                }

                to[(4 * x) + 3] = 255;
            }
        }
    }

    // How many it mixed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Eights(byte* a, byte* b, byte* into, int* wide, byte* levels, short* shares, int width, in BlendField field)
    {
        var dips = field.Kind == BlendKind.Dip;
        Vector256<int> ground = Vector256.Create(BlendLight.Ground(field)), across = Vector256.Create(field.Across), down = Vector256.Create(field.Down);
        var x = 0;
        for (; x <= width - 8; x += 8)
        {
            Vector256<int> first = Vector256.Load((int*)a + x), second = Vector256.Load((int*)b + x), share = Avx2.ConvertToVector256Int32(shares + x);
            var result = Vector256.Create(unchecked((int)0xFF000000));
            for (var c = 0; c < 24; c += 8)
            {
                var one = Avx2.GatherVector256(wide, (first >>> c) & Vector256.Create(255), 4);
                var other = Avx2.GatherVector256(wide, (second >>> c) & Vector256.Create(255), 4);
                var light = dips
                    ? Vector256.Max(Vector256<int>.Zero, Vector256.Min(ground + Scale(one - ground, across) + Scale(other - ground, down), Vector256.Create(LinearLight.White)))
                    : one + Scale(other - one, share);

                // Four levels that lie together, of which the one wanted is the lowest byte then.
                var four = Avx2.GatherVector256((int*)levels, light >>> 2, 4);
                var level = Avx2.ShiftRightLogicalVariable(four, ((light & Vector256.Create(3)) << 3).AsUInt32()) & Vector256.Create(255);
                result |= level << c;
            }

            result.Store((int*)into + x);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Scale(Vector256<int> a, Vector256<int> b) => ((a * b) + Vector256.Create(16384)) >> 15;
}
