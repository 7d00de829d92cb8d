using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class DiverseCases
{
    public static ItemRun<DiverseSelection> Selection(CaseArguments arguments)
    {
        var (relevance, count) = Relevance(arguments);
        return new(new DiverseSelection(relevance, arguments.Output<int>(arguments.Random.Next(1, Math.Min(count, 12) + 1))), 1);
    }

    public static ItemRun<DiverseStep> Step(CaseArguments arguments)
    {
        var (relevance, count) = Relevance(arguments);
        var chosen = Enumerable.Range(0, count).ToArray();
        arguments.Random.Shuffle(chosen);
        var step = arguments.Random.Next(0, count);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(i => chosen.AsSpan(0, Math.Max(step - 1, 0)).Contains(i) ? 0 : (ulong)(i + 1))];
        uint[] greatest = [.. arguments.Floats(count).Select(f => OrderedSimilarity.Of(BitConverter.SingleToUInt32Bits(f)))];
        return new(new DiverseStep(relevance, arguments.Input(chosen), step, arguments.Input(greatest), arguments.Input(keys)), count);
    }

    private static (MarginalRelevance Relevance, int Count) Relevance(CaseArguments arguments)
    {
        int count = arguments.Large ? 300 : arguments.Size(), columns = arguments.Size(10);
        var features = SimilarityCases.WithSpecials(arguments, arguments.Floats(count * columns));
        for (var i = 0; i < count / 4; i++)
        {
            // Some equal candidates.
            features.AsSpan(0, columns).CopyTo(features.AsSpan(arguments.Random.Next(count) * columns));
        }

        return (
            new MarginalRelevance(
                arguments.Input(features),
                columns,
                arguments.Input(TopKCases.Numbers(arguments, count)),
                arguments.Input(arguments.Floats(count)),
                arguments.Random.Next(2) == 0,
                arguments.Random.Next(5) switch { 0 => 0, 1 => 1, _ => arguments.Random.NextSingle() }),
            count);
    }
}
