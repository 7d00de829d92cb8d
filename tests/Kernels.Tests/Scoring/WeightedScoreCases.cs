using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class WeightedScoreCases
{
    private static readonly float[] Special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, float.Epsilon, 1e-40f];

    public static ItemRun<WeightedScore> Make(CaseArguments arguments)
    {
        int rows = arguments.Size(), columns = arguments.Size(130), edited = arguments.Random.Next(2);
        return new(
            new WeightedScore(
                arguments.Input(WithSpecials(arguments.Random, arguments.Floats(rows * columns))),
                arguments.Input(WithSpecials(arguments.Random, arguments.Floats(columns))),
                arguments.Input(arguments.Floats(edited == 0 ? 1 : rows)),
                edited != 0,
                arguments.Output<float>(rows)),
            rows);
    }

    // In one instance of four, so that the others test sums of numbers.
    private static float[] WithSpecials(Random random, float[] values)
    {
        if (random.Next(4) == 0)
        {
            for (var i = 0; i < 1 + (values.Length / 50); i++)
            {
                values[random.Next(values.Length)] = Special[random.Next(Special.Length)];
            }
        }

        return values;
    }
}
