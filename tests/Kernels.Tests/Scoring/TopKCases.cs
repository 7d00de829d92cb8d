using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using ILGPU;

namespace Gpu.Kernels.Tests.Scoring;

internal static class TopKCases
{
    public static ItemRun<TopK<ScoreKeys>> Scores(CaseArguments arguments)
    {
        var scores = Numbers(arguments, arguments.Size(129));
        return Run(arguments, new ScoreKeys(arguments.Input(scores)));
    }

    public static ItemRun<TopK<GivenKeys>> Keys(CaseArguments arguments)
    {
        var keys = arguments.Bits<ulong>(arguments.Size(129));
        for (var i = 0; i < keys.Length / 5; i++)
        {
            keys[arguments.Random.Next(keys.Length)] = 0;
        }

        return Run(arguments, new GivenKeys(arguments.Input(keys)));
    }

    // Few distinct values, so that many are equal, and both zeros, infinities and NaN among them.
    public static float[] Numbers(CaseArguments arguments, int length)
    {
        float[] values = [0f, -0f, 1f, -1f, 2.5f, -1e-40f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, .. arguments.Floats(1 + (length / 2))];
        return [.. Enumerable.Range(0, length).Select(_ => values[arguments.Random.Next(values.Length)])];
    }

    private static ItemRun<TopK<TKeys>> Run<TKeys>(CaseArguments arguments, TKeys candidates)
        where TKeys : struct, ITopKeys
    {
        int length = (int)candidates.Length, block = arguments.Random.Next(1, length + 1), blocks = (length + block - 1) / block;
        var k = arguments.Random.Next(3) == 0 ? block + 3 : arguments.Random.Next(1, block + 1);
        ArrayView<ulong> keys = arguments.Output<ulong>(blocks * k);
        return new(new TopK<TKeys>(candidates, block, k, keys, arguments.Output<int>(blocks * k)), blocks);
    }
}
