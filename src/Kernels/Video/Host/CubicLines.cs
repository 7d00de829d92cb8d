using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// A plane sampled bicubically: each source row is sampled across once, by plain code, and kept while one of four rows
/// needs it; rows are weighed by vectors.
/// </summary>
internal sealed unsafe class CubicLines
{
    private const int Rows = 4;
    private readonly PinnedMemory _memory = new();
    private readonly int[] _held = new int[Rows];
    private (long Start, long Step, int Columns, int Outputs) _made;
    private byte* _plane;
    private int _columns;
    private int _rows;
    private int _length;
    private SampleAxis _down;
    private short* _lines;
    private short* _weights;
    private int* _lefts;

    /// <summary>Takes a plane; its table of columns is kept while it fits.</summary>
    public void Take(byte* plane, int columns, int rows, SampleAxis across, SampleAxis down, int outputs)
    {
        _plane = plane;
        _columns = columns;
        _rows = rows;
        _down = down;
        _held.AsSpan().Fill(-1);
        var wanted = (across.Start, across.Step, columns, outputs);
        if (wanted == _made)
        {
            return;
        }

        _length = ColumnTable.Padded(outputs);
        _lines = (short*)_memory.AtLeast(((Rows + 4) * sizeof(short) * _length) + (sizeof(int) * _length));
        _weights = _lines + (Rows * _length);
        _lefts = (int*)(_weights + (4 * _length));
        for (var x = 0; x < _length; x++)
        {
            var position = across.At(Math.Min(x, outputs - 1));
            var weights = new CubicWeights(position);
            _lefts[x] = SampleAxis.Whole(position);
            var to = _weights + (4 * x);

            // The middle ones reach 2^15 and one more by rounding; Middle reads them back.
            (to[0], to[1], to[2], to[3]) = ((short)weights.First, (short)weights.Second, (short)weights.Third, (short)weights.Fourth);
        }

        _made = wanted;
    }

    /// <summary>A row of levels, with its padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Levels<TLanes, TVector>(int y, short* to)
        where TLanes : struct, IHostLanes<TVector>
        where TVector : struct
    {
        var position = _down.At(y);
        var row = SampleAxis.Whole(position);
        var weights = new CubicWeights(position);
        short* first = Line(row - 1), second = Line(row), third = Line(row + 1), fourth = Line(row + 2);
        TVector a = TLanes.All(weights.First), b = TLanes.All(Math.Min(weights.Second, FrameArithmetic.Unit));
        TVector c = TLanes.All(Math.Min(weights.Third, FrameArithmetic.Unit)), d = TLanes.All(weights.Fourth);
        TVector least = TLanes.All(-32768), half = TLanes.All(16384);
        for (var x = 0; x < _length; x += TLanes.Count)
        {
            var inner = TLanes.Add(TLanes.Scale(TLanes.Load(second + x), b), TLanes.Scale(TLanes.Load(third + x), c));
            var outer = TLanes.Add(TLanes.Scale(TLanes.Load(first + x), a), TLanes.Scale(TLanes.Load(fourth + x), d));

            // Held above 16383, then under -16384, by the ends of 16 bits.
            var level = TLanes.AddSaturated(TLanes.AddSaturated(TLanes.Add(inner, outer), half), least);
            TLanes.Store(TLanes.Add(level, half), to + x);
        }
    }

    // Rows that are needed together differ by three at most, so none takes the place of another.
    private short* Line(int wanted)
    {
        int row = Math.Max(0, Math.Min(wanted, _rows - 1)), slot = row & (Rows - 1);
        var line = _lines + (slot * _length);
        if (_held[slot] != row)
        {
            Make(_plane + ((long)row * _columns), line);
            _held[slot] = row;
        }

        return line;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Make(byte* source, short* line)
    {
        var last = _columns - 1;
        for (var x = 0; x < _length; x++)
        {
            // Where the four neighbours of eight outputs lie in the row, and the load of the last does not leave it.
            if (Avx2.IsSupported && x <= _length - 8 && _lefts[x] >= 1 && _lefts[x + 7] < last - 1)
            {
                Eight(source, x).Store(line + x);
                x += 7;
                continue;
            }

            var left = _lefts[x];
            var weights = _weights + (4 * x);
            int second = Middle(weights[1]), third = Middle(weights[2]);
            int a, b, c, d;
            if (left >= 1 && left < last - 1)
            {
                var at = source + left;
                (a, b, c, d) = (at[-1], at[0], at[1], at[2]);
            }
            else
            {
                a = source[Math.Max(0, Math.Min(left - 1, last))];
                b = source[Math.Max(0, Math.Min(left, last))];
                c = source[Math.Max(0, Math.Min(left + 1, last))];
                d = source[Math.Max(0, Math.Min(left + 2, last))];
            }

            line[x] = (short)((((a - 128) * weights[0]) + ((b - 128) * second) + ((c - 128) * third) + ((d - 128) * weights[3]) + 128) >> 8);
        }
    }

    // Neighbours are four bytes in a row. The weights of the middle two do not fit 16 bits with sign: half of one is taken
    // off them, and added again by products of its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<short> Eight(byte* source, int x)
    {
        var at = source - 1;
        int* lefts = _lefts + x;
        var low = Vector128.Create(*(int*)(at + lefts[0]), *(int*)(at + lefts[1]), *(int*)(at + lefts[2]), *(int*)(at + lefts[3]));
        var high = Vector128.Create(*(int*)(at + lefts[4]), *(int*)(at + lefts[5]), *(int*)(at + lefts[6]), *(int*)(at + lefts[7]));
        var sums = Avx2.HorizontalAdd(Products(low, x), Products(high, x + 4));
        var level = (Avx2.Permute4x64(sums.AsInt64(), 0b11_01_10_00).AsInt32() + Vector256.Create(128)) >> 8;
        return Vector128.Narrow(level.GetLower(), level.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Products(Vector128<int> neighbours, int x)
    {
        var samples = Avx2.ConvertToVector256Int16(neighbours.AsByte()) - Vector256.Create((short)128);
        var middle = Vector256.Create(0x0000_4000_4000_0000L).AsInt16();
        return Avx2.MultiplyAddAdjacent(samples, Vector256.Load(_weights + (4 * x)) - middle) + Avx2.MultiplyAddAdjacent(samples, middle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Middle(short weight) => weight < -16384 ? weight + 65536 : weight;
}
