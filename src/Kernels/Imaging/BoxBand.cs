using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Host body of <see cref="Box"/> for a band of rows: a sum for each column, from which one line leaves and which one
/// joins at each row, and along it a sum for each channel, likewise.
/// </summary>
internal static unsafe class BoxBand
{
    // Values whose sums take 2 KB.
    private const int Piece = 512;

    public static void Run(byte* source, byte* target, in BlurShape shape, int first, int end, HostPath path)
    {
        int values = shape.Values, reach = shape.Radius * shape.Channels;
        int columnBytes = HostScratch.Aligned(sizeof(int) * (values + (2 * reach) + shape.Channels)), sumBytes = HostScratch.Aligned(sizeof(int) * values);
        var scratch = HostScratch.Take((long)columnBytes + sumBytes);
        int* columns = (int*)scratch + reach, sums = (int*)(scratch + columnBytes);
        new Span<byte>(scratch, columnBytes).Clear();
        for (var k = -shape.Radius; k <= shape.Radius; k++)
        {
            Move(source + ((long)BlurShape.Reflect(first + k, shape.Height, shape.Edge) * values), null, columns, values, path);
        }

        for (var y = first; y < end; y++)
        {
            if (y > first)
            {
                Move(
                    source + ((long)BlurShape.Reflect(y + shape.Radius, shape.Height, shape.Edge) * values),
                    source + ((long)BlurShape.Reflect(y - shape.Radius - 1, shape.Height, shape.Edge) * values),
                    columns,
                    values,
                    path);
            }

            Pad(columns, shape);
            if (shape.Channels == 4)
            {
                Pixels(columns, sums, target + ((long)y * values), shape, path);
            }
            else
            {
                Along(columns, sums, shape);
                Means(sums, target + ((long)y * values), values, shape, path);
            }
        }
    }

    // A line joins the columns' sums, another leaves them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move(byte* joins, byte* leaves, int* columns, int values, HostPath path)
    {
        var i = 0;
        if (path != HostPath.Plain)
        {
            for (; i <= values - 8; i += 8)
            {
                var sum = Vector256.Load(columns + i) + Avx2.ConvertToVector256Int32(joins + i);
                (leaves == null ? sum : sum - Avx2.ConvertToVector256Int32(leaves + i)).Store(columns + i);
            }
        }

        for (; i < values; i++)
        {
            columns[i] += joins[i] - (leaves == null ? 0 : leaves[i]);
        }
    }

    private static void Pad(int* columns, in BlurShape shape)
    {
        for (var k = 1; k <= shape.Radius; k++)
        {
            int left = BlurShape.Reflect(-k, shape.Width, shape.Edge) * shape.Channels, right = BlurShape.Reflect(shape.Width - 1 + k, shape.Width, shape.Edge) * shape.Channels;
            for (var c = 0; c < shape.Channels; c++)
            {
                columns[c - (k * shape.Channels)] = columns[left + c];
                columns[((shape.Width - 1 + k) * shape.Channels) + c] = columns[right + c];
            }
        }
    }

    // One pixel a vector, whatever its width on this processor; a piece's sums become means while they are in the first cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pixels(int* columns, int* sums, byte* target, in BlurShape shape, HostPath path)
    {
        int reach = 4 * shape.Radius, values = shape.Values;
        var sum = Vector128<int>.Zero;
        for (var i = -reach; i < reach; i += 4)
        {
            sum += Vector128.Load(columns + i);
        }

        for (var start = 0; start < values; start += Piece)
        {
            var count = Math.Min(Piece, values - start);
            int* entering = columns + start + reach, leaving = columns + start - reach;
            for (var i = 0; i < count; i += 4)
            {
                sum += Vector128.Load(entering + i);
                sum.Store(sums + i);
                sum -= Vector128.Load(leaving + i);
            }

            Means(sums, target + start, count, shape, path);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Along(int* columns, int* sums, in BlurShape shape)
    {
        int channels = shape.Channels, reach = shape.Radius * channels, values = shape.Values;
        for (var c = 0; c < channels; c++)
        {
            var sum = 0;
            for (var i = c - reach; i < c + reach; i += channels)
            {
                sum += columns[i];
            }

            for (var i = c; i < values; i += channels)
            {
                sum += columns[i + reach];
                sums[i] = sum;
                sum -= columns[i - reach];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Means(int* sums, byte* target, int values, in BlurShape shape, HostPath path)
    {
        var i = 0;
        if (path != HostPath.Plain)
        {
            Vector256<int> area = Vector256.Create(shape.Area), order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
            var part = Vector256.Create(shape.HalfPart);
            for (; i <= values - 32; i += 32)
            {
                var front = Avx2.PackSignedSaturate(Mean(sums + i, area, part), Mean(sums + i + 8, area, part));
                var rear = Avx2.PackSignedSaturate(Mean(sums + i + 16, area, part), Mean(sums + i + 24, area, part));
                Avx2.PermuteVar8x32(Avx2.PackUnsignedSaturate(front, rear).AsInt32(), order).AsByte().Store(target + i);
            }
        }

        for (; i < values; i++)
        {
            target[i] = Box.Mean(sums[i], shape);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Mean(int* sums, Vector256<int> area, Vector256<float> part)
    {
        var sum = Vector256.Load(sums);
        return Avx.ConvertToVector256Int32WithTruncation(Avx.ConvertToVector256Single(sum + sum + area) * part);
    }
}
