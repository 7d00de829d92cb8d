using Gpu.Kernels.Arithmetic;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// 1 / |row| of each row of a matrix: the squares added in the order of <see cref="LaneSum"/>, then
/// <see cref="InverseSquareRoot"/>. 0 for a row shorter than 2^-50, so that it is similar to nothing; NaN for a row with
/// NaN or infinity, or with squares that overflow.
/// </summary>
/// <param name="matrix">N x columns, row-major.</param>
/// <param name="columns">At least 1.</param>
/// <param name="inverses">Takes N.</param>
internal readonly struct InverseNorms(ArrayView<float> matrix, int columns, ArrayView<float> inverses) : IItemOperation
{
    private readonly ArrayView<uint> _bits = inverses.Cast<uint>();
    private readonly uint _zero = 0;

    public void Item(int item)
    {
        var row = (long)item * columns;
        _bits[item] = InverseSquareRoot.Bits(new LaneSum(matrix, matrix, columns, _zero).Of(row, row), _zero);
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var squares = HostSpan.Of(inverses, first, end - first);
        WeightedScoreHost.Squares(HostSpan.Of(matrix, (long)first * columns, (long)(end - first) * columns), columns, squares);
        var bits = HostSpan.Of(_bits, first, end - first);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = InverseSquareRoot.Bits(squares[i], 0);
        }
    }
}
