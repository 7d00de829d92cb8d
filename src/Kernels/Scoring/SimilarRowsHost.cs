using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Imaging;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The host body of <see cref="SimilarRows"/> for some queries and one block of rows: the queries are packed into panels of
/// a tile's width, groups of rows that stay in the second cache meet one panel after the other, and of each tile only what
/// beats its query's limit is looked at.
/// </summary>
internal unsafe struct SimilarRowsHost
{
    private const int Width = SimilarityTile.Width;
    private const int TileRows = SimilarityTile.Rows;

    // 96 rows of 128 floats are 48 KB.
    private const int GroupRows = 16 * TileRows;

    // Rows of the sample from which the first limits come, for each one selected; and what part of all it may be.
    private const int SamplePerSelected = 16;
    private const int SampleShare = 16;

    private readonly int _panels;
    private readonly float* _queries;
    private readonly int _count;
    private readonly float* _matrix;
    private readonly int _firstIndex;
    private readonly int _rows;
    private readonly nint _columns;
    private readonly float* _rowScales;
    private readonly int _k;
    private readonly float* _packed;
    private readonly float* _packedScales;
    private readonly float* _limits;
    private readonly float* _tile;
    private readonly HostReservoir* _reservoirs;

    /// <param name="queries">count x columns.</param>
    /// <param name="count">Queries.</param>
    /// <param name="matrix">rows x columns: the block.</param>
    /// <param name="firstIndex">The index of its first row.</param>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="queryScales">A factor for each query, or null.</param>
    /// <param name="rowScales">A factor for each row of the block, or null.</param>
    /// <param name="k">How many to select.</param>
    public SimilarRowsHost(
        float* queries, int count, float* matrix, int firstIndex, int rows, int columns, float* queryScales, float* rowScales, int k)
    {
        _panels = (count + Width - 1) / Width;
        _queries = queries;
        _count = count;
        _matrix = matrix;
        _firstIndex = firstIndex;
        _rows = rows;
        _columns = columns;
        _rowScales = rowScales;
        _k = k;

        var padded = _panels * Width;
        var capacity = HostReservoir.Capacity(k);
        long packed = (long)padded * columns * sizeof(float), line = HostScratch.Aligned(padded * sizeof(float)), tile = TileRows * Width * sizeof(float);
        long reservoirs = HostScratch.Aligned(count * sizeof(HostReservoir));
        var memory = HostScratch.Take(packed + (2 * line) + tile + reservoirs + ((long)count * capacity * sizeof(ulong)));
        _packed = (float*)memory;
        _packedScales = (float*)(memory + packed);
        _limits = (float*)(memory + packed + line);
        _tile = (float*)(memory + packed + (2 * line));
        _reservoirs = (HostReservoir*)(memory + packed + (2 * line) + tile);
        var buffers = (ulong*)(memory + packed + (2 * line) + tile + reservoirs);
        for (var query = 0; query < padded; query++)
        {
            _packedScales[query] = queryScales is not null && query < count ? queryScales[query] : 0;

            // What no number beats, for lanes without a query.
            _limits[query] = query < count ? float.NaN : float.PositiveInfinity;
        }

        for (var query = 0; query < count; query++)
        {
            _reservoirs[query] = new HostReservoir(buffers + ((nint)query * capacity), k);
        }
    }

    /// <summary>Selects the best of the block for each query.</summary>
    /// <param name="keys">Takes k keys a query.</param>
    /// <param name="stride">From one query's keys to the next's.</param>
    public void Run(ulong* keys, nint stride)
    {
        Pack();
        Sample();
        for (var start = 0; start < _rows; start += GroupRows)
        {
            var end = Math.Min(start + GroupRows, _rows);
            for (var panel = 0; panel < _panels; panel++)
            {
                Group(panel, start, end);
            }
        }

        for (var query = 0; query < _count; query++)
        {
            _reservoirs[query].Finish(new Span<ulong>(keys + (query * stride), _k));
        }
    }

    private void Pack()
    {
        for (var panel = 0; panel < _panels; panel++)
        {
            var to = _packed + (panel * Width * _columns);
            for (var lane = 0; lane < Width; lane++)
            {
                var query = (panel * Width) + lane;
                for (nint column = 0; column < _columns; column++)
                {
                    to[(column * Width) + lane] = query < _count ? _queries[(query * _columns) + column] : 0;
                }
            }
        }
    }

    /// <summary>Rows spread over the block give the first limits, so that rows in rising order cost hardly more than others.</summary>
    private void Sample()
    {
        var tiles = ((SamplePerSelected * (long)_k) + TileRows - 1) / TileRows;
        if (tiles * TileRows * SampleShare > _rows)
        {
            return;
        }

        var step = _rows / ((int)tiles * TileRows);
        for (var panel = 0; panel < _panels; panel++)
        {
            for (var tile = 0; tile < tiles; tile++)
            {
                Tile(panel, tile * TileRows * step, step, 0, TileRows);
            }
        }

        for (var query = 0; query < _count; query++)
        {
            _reservoirs[query].KeepBoundOnly();
            _limits[query] = ScoreKeys.Limit(_reservoirs[query].Bound);
        }
    }

    private void Group(int panel, int start, int end)
    {
        var row = start;
        for (; row <= end - TileRows; row += TileRows)
        {
            Tile(panel, row, 1, 0, TileRows);
        }

        if (row == end)
        {
            return;
        }

        if (end >= TileRows)
        {
            // The last whole tile there can be; its first rows have been looked at.
            Tile(panel, end - TileRows, 1, row - (end - TileRows), TileRows);
            return;
        }

        for (; row < end; row++)
        {
            Tile(panel, row, 0, 0, 1);
        }
    }

    /// <summary>Multiplies a tile and offers the rows from <paramref name="from"/> to <paramref name="to"/> of it.</summary>
    private void Tile(int panel, int row, int step, int from, int to)
    {
        float* rows = _matrix + (row * _columns), queries = _packed + (panel * Width * _columns);
        var stride = step * _columns * sizeof(float);
        var any = SimilarityTile.Multiply(rows, stride, queries, _columns, _tile, _limits + (panel * Width));
        if (!any && _rowScales is null)
        {
            return;
        }

        OfferTile(panel * Width, row, step, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OfferTile(int firstQuery, int row, int step, int from, int to)
    {
        for (var lane = 0; lane < Width; lane += Vector256<float>.Count)
        {
            var query = firstQuery + lane;
            for (var i = from; i < to; i++)
            {
                var scores = _tile + (i * Width) + lane;
                var values = Vector256.Load(scores);
                if (_rowScales is not null)
                {
                    values = values * Vector256.Load(_packedScales + query) * Vector256.Create(_rowScales[row + (i * step)]);
                    values.Store(scores);
                }

                var passes = ~Vector256.LessThanOrEqual(values, Vector256.Load(_limits + query)).ExtractMostSignificantBits() & 0xFF;
                for (; passes != 0; passes &= passes - 1)
                {
                    var at = BitOperations.TrailingZeroCount(passes);
                    Offer(query + at, scores[at], row + (i * step));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Offer(int query, float score, int row)
    {
        // NaN passes every limit, that of a lane without a query too.
        if (query < _count && _reservoirs[query].Offer(ScoreKeys.Of(BitConverter.SingleToUInt32Bits(score), (uint)(_firstIndex + row))))
        {
            _limits[query] = ScoreKeys.Limit(_reservoirs[query].Bound);
        }
    }
}
