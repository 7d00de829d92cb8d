using Gpu.Kernels.Arithmetic;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// A dot product in the order of <see cref="LaneTotal{TTerms}"/>, each product rounded by itself. The host's form is
/// <see cref="WeightedScoreHost"/>.
/// </summary>
/// <param name="a">Where one vector lies.</param>
/// <param name="b">Where the other does.</param>
/// <param name="columns">Their length, at least 1.</param>
/// <param name="zero">0, from an argument of the kernel, for <see cref="RoundedFloat.Multiply"/>.</param>
internal readonly struct LaneSum(ArrayView<float> a, ArrayView<float> b, int columns, uint zero)
{
    /// <summary>The product of the vectors that start there.</summary>
    public float Of(long startA, long startB) => new LaneTotal<Products>(new Products(a, startA, b, startB, zero), columns).Sum();

    private readonly struct Products(ArrayView<float> a, long startA, ArrayView<float> b, long startB, uint zero) : ILaneTerms
    {
        public float Term(int column) => RoundedFloat.Multiply(a[startA + column], b[startB + column], zero);
    }
}
