using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The k rows of a block of a matrix that are most similar to a query, best first, without writing the similarities:
/// s = queries[q, 0] matrix[i, 0] + queries[q, 1] matrix[i, 1] + ..., from +0 on, in the order of the columns; each product
/// and each sum rounded by itself. With scales, s becomes (s queryScales[q]) rowScales[i]. An item is a query and a block:
/// item = block x queries + query.
/// </summary>
/// <remarks>The order is not <see cref="WeightedScore"/>'s: here SIMD lanes are queries, and each adds up its own columns.</remarks>
internal readonly struct SimilarRows : IItemOperation
{
    private readonly ArrayView<float> _queries;
    private readonly ArrayView<float> _matrix;
    private readonly ArrayView<float> _queryScales;
    private readonly ArrayView<float> _rowScales;
    private readonly ArrayView<ulong> _keys;
    private readonly int _columns;
    private readonly int _count;
    private readonly int _rows;
    private readonly int _blockLength;
    private readonly int _blocks;
    private readonly int _k;
    private readonly int _scaled;
    private readonly uint _zero;

    /// <param name="queries">Q x F, row-major; F at least 1.</param>
    /// <param name="matrix">N x F, row-major.</param>
    /// <param name="queryScales">Q. Without scales any view that is not empty, which is then not read.</param>
    /// <param name="rowScales">N, likewise.</param>
    /// <param name="scaled">Whether there are scales.</param>
    /// <param name="columns">F.</param>
    /// <param name="blockLength">Rows a block; the last may have fewer.</param>
    /// <param name="k">How many of each block, at least 1.</param>
    /// <param name="keys">Takes Q x blocks x k keys of <see cref="ScoreKeys"/>, a block's best first, 0 where it had fewer than k.</param>
    public SimilarRows(
        ArrayView<float> queries,
        ArrayView<float> matrix,
        ArrayView<float> queryScales,
        ArrayView<float> rowScales,
        bool scaled,
        int columns,
        int blockLength,
        int k,
        ArrayView<ulong> keys)
    {
        _queries = queries;
        _matrix = matrix;
        _queryScales = queryScales;
        _rowScales = rowScales;
        _scaled = scaled ? 1 : 0;
        _columns = columns;
        _count = (int)(queries.Length / columns);
        _rows = (int)(matrix.Length / columns);
        _blockLength = blockLength;
        _blocks = (int)(((long)_rows + blockLength - 1) / blockLength);
        _k = k;
        _keys = keys;
        _zero = 0;
    }

    public void Item(int item)
    {
        int query = item % _count, block = item / _count;
        var heap = new KeyHeap(_keys, (((long)query * _blocks) + block) * _k, _k);
        heap.Clear();
        var end = (int)Math.Min(((long)block + 1) * _blockLength, _rows);
        for (var row = block * _blockLength; row < end; row++)
        {
            heap.Offer(ScoreKeys.Of(Interop.FloatAsInt(Score(query, row)), (uint)row));
        }

        heap.Sort();
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (float* queries = HostSpan.Of(_queries, 0, _queries.Length), matrix = HostSpan.Of(_matrix, 0, _matrix.Length))
        fixed (float* queryScales = _scaled != 0 ? HostSpan.Of(_queryScales, 0, _count) : default)
        fixed (float* rowScales = _scaled != 0 ? HostSpan.Of(_rowScales, 0, _rows) : default)
        fixed (ulong* keys = HostSpan.Of(_keys, 0, _keys.Length))
        {
            for (var block = first / _count; (long)block * _count < end; block++)
            {
                int from = Math.Max(first - (block * _count), 0), to = Math.Min(end - (block * _count), _count);
                int start = block * _blockLength, last = (int)Math.Min(((long)block + 1) * _blockLength, _rows);
                new SimilarRowsHost(
                    queries + ((nint)from * _columns),
                    to - from,
                    matrix + ((nint)start * _columns),
                    start,
                    last - start,
                    _columns,
                    queryScales is null ? null : queryScales + from,
                    rowScales is null ? null : rowScales + start,
                    _k).Run(keys + ((((nint)from * _blocks) + block) * _k), (nint)_blocks * _k);
            }
        }
    }

    private float Score(int query, int row)
    {
        long a = (long)query * _columns, b = (long)row * _columns;
        var sum = 0f;
        for (var column = 0; column < _columns; column++)
        {
            sum += RoundedFloat.Multiply(_queries[a + column], _matrix[b + column], _zero);
        }

        return _scaled != 0
            ? RoundedFloat.Multiply(RoundedFloat.Multiply(sum, _queryScales[query], _zero), _rowScales[row], _zero)
            : sum;
    }
}
