using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class WeightedScoresCases
{
    public static ItemRun<WeightedScores> Make(CaseArguments arguments)
    {
        int works = 1 + arguments.Random.Next(5), rows = arguments.Size(), columns = arguments.Size(130), edited = arguments.Random.Next(2);
        return new(
            new WeightedScores(
                arguments.Input(arguments.Floats(works * rows * columns)),
                arguments.Input(arguments.Floats(works * columns)),
                arguments.Input(arguments.Floats(edited == 0 ? 1 : works * rows)),
                edited != 0,
                rows,
                columns,
                arguments.Output<float>(works * rows)),
            works * rows);
    }
}
