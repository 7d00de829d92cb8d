using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// <see cref="PlaneSampling.Wide"/> of whole rows: the source rows under an output row are weighed down each column, which
/// vectors do, then each output takes its columns. Weights across are worked out once for all rows.
/// </summary>
internal sealed unsafe class WideLines
{
    // Weights of an output are padded to this, with zeros.
    private const int Taps = 8;

    private readonly PinnedMemory _memory = new();
    private (long Start, long Step, int Columns, int Outputs) _made;
    private byte* _plane;
    private int _columns;
    private int _rows;
    private int _outputs;
    private int _length;
    private int _taps;
    private int _from;
    private int _count;
    private SampleAxis _down;
    private Footprint _footDown;
    private short* _line;
    private short* _weights;
    private short* _rowWeights;
    private int* _firsts;

    /// <summary>Takes a plane; its table of columns is kept while it fits.</summary>
    public void Take(byte* planes, in SampledLayer layer, int plane, int outputs)
    {
        _plane = planes + layer.Start(plane);
        (_columns, _rows) = (layer.Columns(plane), layer.Rows(plane));
        var across = plane == 0 ? layer.LumaX : layer.ChromaX;
        _down = plane == 0 ? layer.LumaY : layer.ChromaY;
        _footDown = layer.Down;
        var wanted = (across.Start, across.Step, _columns, outputs);
        var rowWeights = 2 * ((Math.Min(_footDown.Most, _rows) / 2) + 1);
        if (wanted == _made && rowWeights <= _rowRoom)
        {
            return;
        }

        Make(across, layer.Across, outputs, rowWeights);
        _made = wanted;
    }

    private int _rowRoom;

    /// <summary>A row of levels, with its padding.</summary>
    public void Levels(int y, short* to)
    {
        var position = _down.At(y);
        int first = _footDown.First(position, _rows), rows = _footDown.Last(position, _rows) - first + 1;
        var upper = 0;
        for (var i = 0; i < rows; i++)
        {
            var lower = i == rows - 1 ? Footprint.One : _footDown.Upto(first + i, position);
            _rowWeights[i] = (short)(lower - upper);
            upper = lower;
        }

        // An odd row is weighed with one that weighs nothing: itself again.
        _rowWeights[rows] = 0;
        Columns(_plane + ((long)first * _columns) + _from, rows);
        Outputs(to);
    }

    private void Make(SampleAxis axis, Footprint footprint, int outputs, int rowWeights)
    {
        _outputs = outputs;
        _length = ColumnTable.Padded(outputs);
        _rowRoom = rowWeights;
        _taps = (Math.Min(footprint.Most, _columns) + Taps - 1) & -Taps;
        _from = footprint.First(axis.At(0), _columns);
        _count = footprint.Last(axis.At(outputs - 1), _columns) - _from + 1;
        var line = (_count + _taps + 31) & -32;
        _firsts = (int*)_memory.AtLeast((sizeof(int) * outputs) + (sizeof(short) * (line + (outputs * _taps) + rowWeights)));
        _line = (short*)(_firsts + outputs);
        _weights = _line + line;
        _rowWeights = _weights + (outputs * _taps);
        new Span<short>(_line, line + (outputs * _taps)).Clear();
        for (var x = 0; x < outputs; x++)
        {
            var position = axis.At(x);
            int first = footprint.First(position, _columns), last = footprint.Last(position, _columns), left = 0;
            _firsts[x] = first - _from;
            for (var column = first; column <= last; column++)
            {
                var right = column == last ? Footprint.One : footprint.Upto(column, position);
                _weights[(x * _taps) + column - first] = (short)(right - left);
                left = right;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Columns(byte* source, int rows)
    {
        var x = 0;
        if (Avx2.IsSupported)
        {
            Vector256<short> middle = Vector256.Create((short)128);
            var half = Vector256.Create(64);
            for (; x <= _count - 16; x += 16)
            {
                Vector256<int> low = half, high = half;
                for (var row = 0; row < rows; row += 2)
                {
                    var at = source + ((long)row * _columns) + x;
                    var upper = Avx2.ConvertToVector256Int16(at) - middle;
                    var lower = Avx2.ConvertToVector256Int16(at + (row + 1 < rows ? _columns : 0)) - middle;
                    var weights = Vector256.Create(*(int*)(_rowWeights + row)).AsInt16();
                    low += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(upper, lower), weights);
                    high += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(upper, lower), weights);
                }

                Avx2.PackSignedSaturate(low >> 7, high >> 7).Store(_line + x);
            }
        }

        for (; x < _count; x++)
        {
            var sum = 64;
            for (var row = 0; row < rows; row++)
            {
                sum += (source[((long)row * _columns) + x] - 128) * _rowWeights[row];
            }

            _line[x] = (short)(sum >> 7);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Outputs(short* to)
    {
        var x = 0;
        if (Ssse3.IsSupported && _taps == Taps)
        {
            // Four outputs at a time: their pairs of products are added within vectors, not one output after another.
            var half = Vector128.Create(Footprint.One / 2);
            for (; x <= _outputs - 4; x += 4)
            {
                var first = Ssse3.HorizontalAdd(Products(x), Products(x + 1));
                var second = Ssse3.HorizontalAdd(Products(x + 2), Products(x + 3));
                var level = (Ssse3.HorizontalAdd(first, second) + half) >> 14;
                *(long*)(to + x) = Sse2.PackSignedSaturate(level, level).AsInt64().ToScalar();
            }
        }

        for (; x < _outputs; x++)
        {
            short* line = _line + _firsts[x], weights = _weights + (x * _taps);
            var sum = Footprint.One / 2;
            for (var tap = 0; tap < _taps; tap += Taps)
            {
                sum += Sse2.IsSupported
                    ? Vector128.Sum(Sse2.MultiplyAddAdjacent(Vector128.Load(line + tap), Vector128.Load(weights + tap)))
                    : Plain(line + tap, weights + tap);
            }

            to[x] = (short)(sum >> 14);
        }

        for (x = _outputs; x < _length; x++)
        {
            to[x] = to[_outputs - 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> Products(int x) =>
        Sse2.MultiplyAddAdjacent(Vector128.Load(_line + _firsts[x]), Vector128.Load(_weights + (x * Taps)));

    private static int Plain(short* line, short* weights)
    {
        var sum = 0;
        for (var tap = 0; tap < Taps; tap++)
        {
            sum += line[tap] * weights[tap];
        }

        return sum;
    }
}
