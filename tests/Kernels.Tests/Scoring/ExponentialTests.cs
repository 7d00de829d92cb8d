using Gpu.Kernels.Arithmetic;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class ExponentialTests
{
    [Fact]
    public void Exponentials_are_within_two_units_in_the_last_place()
    {
        for (var x = -87f; x <= 88.72f; x += 0.00213f)
        {
            Within(Math.Exp(x), Exponential.Exp(x, 0), 2);
        }
    }

    [Fact]
    public void Logarithms_of_1_and_something_are_within_two_units_in_the_last_place()
    {
        for (var x = 0f; x <= 1; x += 0.0000171f)
        {
            Within(double.LogP1(x), Exponential.LogOfOneAnd(x, 0), 2);
        }

        // .NET's own LogP1 adds 1 first, and gives 0 here.
        Assert.Equal(1e-30f, Exponential.LogOfOneAnd(1e-30f, 0));
    }

    [Fact]
    public void Reciprocals_and_inverse_roots_are_within_two_units_in_the_last_place()
    {
        for (var x = 8e-31f; x < 1e30f; x *= 1.00173f)
        {
            Within(1 / (double)x, Reciprocal.Of(x, 0), 2);
            Within(1 / Math.Sqrt(x), BitConverter.UInt32BitsToSingle(InverseSquareRoot.Bits(x, 0)), 2);
        }
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(-87.1f, 0)]
    [InlineData(0, 1)]
    [InlineData(89, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    public void Exponentials_at_the_ends(float x, float expected) => Assert.Equal(expected, Exponential.Exp(x, 0));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(1e-32f, 0, 0)]
    [InlineData(3e38f, float.NaN, 5.7735026e-20f)]
    public void Reciprocals_and_inverse_roots_at_the_ends(float x, float reciprocal, float root)
    {
        Assert.Equal(reciprocal, Reciprocal.Of(x, 0));
        Assert.Equal(root, BitConverter.UInt32BitsToSingle(InverseSquareRoot.Bits(x, 0)), root * 2e-7f);
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    public void What_is_not_finite_has_neither(float x)
    {
        Assert.True(float.IsNaN(Reciprocal.Of(x, 0)));
        Assert.Equal(FloatBits.NaN, InverseSquareRoot.Bits(x, 0));
    }

    private static void Within(double expected, float actual, int units) =>
        Assert.InRange(Math.Abs(actual - expected), 0, units * (double)(MathF.BitIncrement((float)Math.Abs(expected)) - (float)Math.Abs(expected)));
}
