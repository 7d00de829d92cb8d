using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class SimilarityCases
{
    private static readonly float[] Special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, 1e-30f];

    public static ItemRun<SimilarRows> Rows(CaseArguments arguments)
    {
        // Products of large cases are many already.
        var large = arguments.Large;
        int count = large ? arguments.Size(10) : arguments.Size(), rows = large ? arguments.Size(500) : arguments.Size(), columns = arguments.Size(large ? 4 : 40);
        int block = arguments.Random.Next(1, rows + 1), k = arguments.Random.Next(1, Math.Min(block, 20) + 2), blocks = (rows + block - 1) / block;
        var matrix = WithSpecials(arguments, arguments.Floats(rows * columns));
        if (arguments.Random.Next(2) == 0)
        {
            // Equal rows and rising ones.
            for (var i = columns; i < matrix.Length; i++)
            {
                matrix[i] = arguments.Random.Next(8) == 0 ? matrix[i - columns] * 1.25f : matrix[i - columns];
            }
        }

        return new(
            new SimilarRows(
                arguments.Input(WithSpecials(arguments, arguments.Floats(count * columns))),
                arguments.Input(matrix),
                arguments.Input(arguments.Floats(count)),
                arguments.Input(arguments.Floats(rows)),
                arguments.Random.Next(2) == 0,
                columns,
                block,
                k,
                arguments.Output<ulong>(count * blocks * k)),
            count * blocks);
    }

    public static ItemRun<InverseNorms> Norms(CaseArguments arguments)
    {
        int rows = arguments.Size(), columns = arguments.Size(40);
        return new(new InverseNorms(arguments.Input(WithSpecials(arguments, arguments.Floats(rows * columns))), columns, arguments.Output<float>(rows)), rows);
    }

    // In one instance of four, so that the others test sums of numbers.
    public static float[] WithSpecials(CaseArguments arguments, float[] values)
    {
        if (arguments.Random.Next(4) == 0)
        {
            for (var i = 0; i < 1 + (values.Length / 50); i++)
            {
                values[arguments.Random.Next(values.Length)] = Special[arguments.Random.Next(Special.Length)];
            }
        }

        return values;
    }
}
