using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class LearningCases
{
    public static ItemRun<PairLosses> Losses(CaseArguments arguments)
    {
        int count = arguments.Size(), pairs = arguments.Size();
        return new(
            new PairLosses(
                arguments.Input(TopKCases.Numbers(arguments, count)),
                arguments.Input(Pairs(arguments, count, pairs)),
                arguments.Output<float>(pairs),
                arguments.Output<float>(pairs)),
            pairs);
    }

    public static ItemRun<PairGradient> Gradient(CaseArguments arguments)
    {
        int count = arguments.Size(30), pairs = arguments.Size(), columns = arguments.Size();
        return new(
            new PairGradient(
                arguments.Input(SimilarityCases.WithSpecials(arguments, arguments.Floats(count * columns))),
                columns,
                arguments.Input(Pairs(arguments, count, pairs)),
                arguments.Input(arguments.Floats(pairs)),
                arguments.Output<float>(columns)),
            columns);
    }

    public static ItemRun<NormaliseRows> Rows(CaseArguments arguments)
    {
        int rows = arguments.Size(), columns = arguments.Size();
        var values = SimilarityCases.WithSpecials(arguments, arguments.Floats(rows * columns));
        for (var i = 0; i < columns; i++)
        {
            // Equal values, and values far apart.
            values[i] = values[0];
            values[values.Length - 1 - i] *= 1e3f;
        }

        return new(
            new NormaliseRows(arguments.Input(values), columns, (Normalisation)arguments.Random.Next(3), arguments.Output<float>(rows * columns)), rows);
    }

    private static int[] Pairs(CaseArguments arguments, int count, int pairs) =>
        [.. Enumerable.Range(0, 2 * pairs).Select(_ => arguments.Random.Next(count))];
}
