using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

/// <summary>Instances of the judging operations for the suite: a few pictures of different sizes behind each other.</summary>
internal static class JudgingCases
{
    public static ItemRun<LaplacianBlocks> LaplacianBlocks(CaseArguments arguments)
    {
        var (layout, blocks) = Layout(arguments);
        return new(new(arguments.Input(Bytes(arguments, layout.Pixels)), blocks, arguments.Output<long>(2 * layout.Count)), layout.Count);
    }

    public static ItemRun<SumParts> SumParts(CaseArguments arguments)
    {
        int groups = arguments.Random.Next(1, 5), slots = arguments.Random.Next(1, 9), measures = arguments.Random.Next(1, 6);
        var starts = new int[groups + 1];
        for (var i = 0; i < groups; i++)
        {
            starts[i + 1] = starts[i] + arguments.Size();
        }

        return new(
            new(arguments.Input(arguments.Bits<long>(starts[^1] * measures)), arguments.Input(starts), slots, measures, arguments.Output<long>(groups * slots * measures)),
            groups * slots * measures);
    }

    private static (BlockLayout Layout, PictureBlocks Blocks) Layout(CaseArguments arguments)
    {
        // Wider than a block now and then, and higher.
        var pictures = Enumerable.Range(0, arguments.Random.Next(1, 4)).Select(_ => (arguments.Size(150), arguments.Size(40))).ToArray();
        var layout = new BlockLayout(pictures);
        return (layout, new PictureBlocks(arguments.Input(layout.Shapes), arguments.Input(layout.Starts)));
    }

    // Black and white more often than chance has it: sums at their ends.
    private static byte[] Bytes(CaseArguments arguments, int length)
    {
        var bytes = arguments.Bits<byte>(length);
        foreach (ref var value in bytes.AsSpan())
        {
            value = arguments.Random.Next(4) switch { 0 => 0, 1 => 255, _ => value };
        }

        return bytes;
    }
}
