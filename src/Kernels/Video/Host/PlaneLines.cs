using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// The two lines between which an output row lies, sampled across already. Going down the rows, most lines serve two
/// output rows, and each is made once.
/// </summary>
internal unsafe struct PlaneLines
{
    private readonly byte* _plane;
    private readonly int _columns;
    private readonly int _rows;
    private readonly SampleAxis _down;
    private readonly ColumnTable _table;
    private readonly byte* _narrow;
    private short* _first;
    private short* _second;
    private int _firstRow = -1;
    private int _secondRow = -1;

    /// <summary>Describes a plane.</summary>
    /// <param name="plane">Its samples.</param>
    /// <param name="columns">Its width.</param>
    /// <param name="rows">Its height.</param>
    /// <param name="down">Where output rows lie.</param>
    /// <param name="table">Where output columns lie.</param>
    /// <param name="memory">Takes <see cref="Bytes"/>.</param>
    public PlaneLines(byte* plane, int columns, int rows, SampleAxis down, ColumnTable table, byte* memory)
    {
        _plane = plane;
        _columns = columns;
        _rows = rows;
        _down = down;
        _table = table;
        _first = (short*)memory;
        _second = _first + table.Length;
        _narrow = (byte*)(_second + table.Length);
    }

    /// <summary>The upper line.</summary>
    public short* Upper { get; private set; }

    /// <summary>The lower line.</summary>
    public short* Lower { get; private set; }

    /// <summary>The weight of the lower line, of <see cref="FrameArithmetic.VerticalOne"/>.</summary>
    public int Weight { get; private set; }

    /// <summary>The memory that two lines and a copy of a narrow row take.</summary>
    public static int Bytes(int outputs) => (4 * ColumnTable.Padded(outputs)) + ColumnTable.Unit;

    /// <summary>Makes the lines of an output row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveTo<TLanes, TVector>(int y)
        where TLanes : struct, IHostLanes<TVector>
        where TVector : struct
    {
        var position = _down.At(y);
        var row = SampleAxis.Whole(position);
        int upper = Math.Max(0, Math.Min(row, _rows - 1)), lower = Math.Max(0, Math.Min(row + 1, _rows - 1));
        Weight = SampleAxis.Part(position, FrameArithmetic.VerticalOne);
        if (_firstRow != upper)
        {
            if (_secondRow == upper)
            {
                var line = _first;
                _first = _second;
                _second = line;
                (_firstRow, _secondRow) = (_secondRow, _firstRow);
            }
            else
            {
                Make<TLanes, TVector>(upper, _first);
                _firstRow = upper;
            }
        }

        if (lower != upper && _secondRow != lower)
        {
            Make<TLanes, TVector>(lower, _second);
            _secondRow = lower;
        }

        Upper = _first;
        Lower = lower == upper ? _first : _second;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Make<TLanes, TVector>(int row, short* line)
        where TLanes : struct, IHostLanes<TVector>
        where TVector : struct
    {
        var source = _plane + ((long)row * _columns);
        if (!_table.Shuffles)
        {
            HostLoops.Gather(source, _table.Lefts, _table.Rights, _table.Weights, line, _table.Length);
            return;
        }

        if (_columns < TLanes.Window)
        {
            // A window would reach beyond the row, and at the last row beyond the plane.
            Unsafe.CopyBlockUnaligned(_narrow, source, (uint)_columns);
            source = _narrow;
        }

        HostLoops<TLanes, TVector>.Across(source, _table.Bases, _table.Pairs, _table.Weights, line, _table.Length);
    }
}
