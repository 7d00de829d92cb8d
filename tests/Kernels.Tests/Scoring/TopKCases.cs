using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using ILGPU;

namespace Gpu.Kernels.Tests.Scoring;

internal static class TopKCases
{
    public static ItemRun<TopK<ScoreKeys>> Scores(CaseArguments arguments)
    {
        var (rows, length) = Shape(arguments);
        return Run(arguments, new ScoreKeys(arguments.Input(Numbers(arguments, rows * length))), rows, length);
    }

    public static ItemRun<TopK<GivenKeys>> Keys(CaseArguments arguments)
    {
        var (rows, length) = Shape(arguments);
        var keys = arguments.Bits<ulong>(rows * length);
        for (var i = 0; i < keys.Length / 5; i++)
        {
            keys[arguments.Random.Next(keys.Length)] = 0;
        }

        return Run(arguments, new GivenKeys(arguments.Input(keys)), rows, length);
    }

    public static ItemRun<KeyScores> ScoresOfKeys(CaseArguments arguments)
    {
        var length = arguments.Size();
        ulong[] keys = [.. Numbers(arguments, length).Select((s, i) => ScoreKeys.Of(BitConverter.SingleToUInt32Bits(s), (uint)i))];
        keys[arguments.Random.Next(length)] = 0;
        return new(new KeyScores(arguments.Input(keys), arguments.Output<float>(length)), length);
    }

    // Few distinct values, so that many are equal, and both zeros, infinities and NaN among them; some rising, some falling.
    public static float[] Numbers(CaseArguments arguments, int length)
    {
        float[] values = [0f, -0f, 1f, -1f, 2.5f, -1e-40f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, .. arguments.Floats(1 + (length / 2))];
        var numbers = Enumerable.Range(0, length).Select(_ => values[arguments.Random.Next(values.Length)]);
        return arguments.Random.Next(4) switch
        {
            0 => [.. numbers.Order()],
            1 => [.. numbers.OrderDescending()],
            _ => [.. numbers],
        };
    }

    // Rows so long that the host samples them, when large.
    private static (int Rows, int Length) Shape(CaseArguments arguments) =>
        (arguments.Large ? 2 : arguments.Size(5), arguments.Large ? arguments.Size(2500) : arguments.Size(129));

    private static ItemRun<TopK<TKeys>> Run<TKeys>(CaseArguments arguments, TKeys candidates, int rows, int length)
        where TKeys : struct, ITopKeys
    {
        var block = arguments.Large && arguments.Random.Next(2) == 0 ? length : arguments.Random.Next(1, length + 1);
        var blocks = rows * ((length + block - 1) / block);
        var k = arguments.Random.Next(3) == 0 ? Math.Min(block + 3, 500) : arguments.Random.Next(1, Math.Min(block + 1, 500));
        ArrayView<ulong> keys = arguments.Output<ulong>(blocks * k);
        return new(new TopK<TKeys>(candidates, length, block, k, keys, arguments.Output<int>(blocks * k)), blocks);
    }
}
