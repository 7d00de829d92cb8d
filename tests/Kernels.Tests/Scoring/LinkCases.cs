using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

internal static class LinkCases
{
    public static ItemRun<RankStart> Start(CaseArguments arguments)
    {
        var count = arguments.Size();
        return new(new RankStart(1f / count, arguments.Output<float>(count), arguments.Output<int>(1)), count);
    }

    public static ItemRun<LinkShares> Shares(CaseArguments arguments)
    {
        var count = arguments.Size(40);
        var links = SimilarityCases.WithSpecials(arguments, [.. arguments.Floats(count * count).Select(MathF.Abs)]);
        links.AsSpan(0, count).Clear();
        return new(new LinkShares(arguments.Input(links), count, arguments.Random.NextSingle(), arguments.Output<float>(count * count)), count);
    }

    public static ItemRun<RankStep> Step(CaseArguments arguments)
    {
        var count = arguments.Size(40);
        return new(
            new RankStep(
                arguments.Input(SimilarityCases.WithSpecials(arguments, arguments.Floats(count * count))),
                arguments.Input(arguments.Floats(count)),
                arguments.Input<int>([arguments.Random.Next(4) == 0 ? 1 : 0]),
                arguments.Output<float>(count)),
            count);
    }

    public static ItemRun<RankChange> Change(CaseArguments arguments)
    {
        var before = arguments.Floats(arguments.Size());
        float[] after = [.. before.Select(b => b + (arguments.Random.NextSingle() / 8))];
        return new(
            new RankChange(
                arguments.Input(before), arguments.Input(SimilarityCases.WithSpecials(arguments, after)), arguments.Random.NextSingle() / 4, arguments.Input<int>([0])),
            1);
    }

    public static ItemRun<TopK<HashKeys>> Hashes(CaseArguments arguments)
    {
        int queries = arguments.Size(5), count = arguments.Large ? arguments.Size(1500) : arguments.Size(129);
        var hashes = arguments.Bits<ulong>(count);
        for (var i = 0; i < count / 3; i++)
        {
            hashes[arguments.Random.Next(count)] = hashes[0] ^ (1ul << arguments.Random.Next(64));
        }

        int block = arguments.Random.Next(1, count + 1), blocks = queries * ((count + block - 1) / block), k = arguments.Random.Next(1, Math.Min(block, 300) + 3);
        ulong[] asked = [hashes[0], .. arguments.Bits<ulong>(queries - 1)];
        return new(
            new TopK<HashKeys>(
                new HashKeys(arguments.Input(asked), arguments.Input(hashes)), count, block, k, arguments.Output<ulong>(blocks * k), arguments.Output<int>(blocks * k)),
            blocks);
    }
}
