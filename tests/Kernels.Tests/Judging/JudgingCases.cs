using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

/// <summary>Instances of the judging operations for the suite: a few pictures of different sizes behind each other.</summary>
internal static class JudgingCases
{
    public static ItemRun<LaplacianBlocks> LaplacianBlocks(CaseArguments arguments)
    {
        var (layout, blocks) = Layout(arguments);
        return new(new(arguments.Input(Bytes(arguments, layout.Pixels)), blocks, arguments.Output<long>(2 * layout.Blocks)), layout.Blocks);
    }

    public static ItemRun<ColourBlocks> ColourBlocks(CaseArguments arguments)
    {
        var (layout, blocks) = Layout(arguments);
        return new(new(arguments.Input(Bytes(arguments, 4 * layout.Pixels)), blocks, arguments.Output<long>(4 * layout.Blocks)), layout.Blocks);
    }

    public static ItemRun<LumaPixels> LumaPixels(CaseArguments arguments)
    {
        var pixels = arguments.Size(129) * arguments.Size(9);
        return new(new(arguments.Input(Bytes(arguments, 4 * pixels)), arguments.Output<byte>(pixels)), pixels);
    }

    public static ItemRun<GrayPixels> GrayPixels(CaseArguments arguments)
    {
        var pixels = arguments.Size(129);
        return new(new(arguments.Input(Bytes(arguments, 4 * pixels)), arguments.Output<uint>(pixels)), pixels);
    }

    public static ItemRun<PartHistogram<LumaBins>> LumaHistogram(CaseArguments arguments)
    {
        var (layout, blocks) = Layout(arguments);
        var bins = new LumaBins(arguments.Input(Bytes(arguments, layout.Pixels)), arguments.Output<uint>(LumaBins.Count * layout.Parts));
        return new(new(bins, blocks, arguments.Input(layout.Starts), arguments.Input(layout.PartStarts)), layout.Parts);
    }

    public static ItemRun<PartHistogram<ColourBins>> ColourHistogram(CaseArguments arguments)
    {
        var (layout, blocks) = Layout(arguments);
        var bins = new ColourBins(arguments.Input(Bytes(arguments, 4 * layout.Pixels)), arguments.Output<uint>(ColourBins.Count * layout.Parts));
        return new(new(bins, blocks, arguments.Input(layout.Starts), arguments.Input(layout.PartStarts)), layout.Parts);
    }

    public static ItemRun<SumCounters> SumCounters(CaseArguments arguments)
    {
        var starts = Enumerable.Range(0, arguments.Random.Next(1, 5)).Aggregate(new List<int> { 0 }, (all, _) => [.. all, all[^1] + arguments.Size(20)]);
        int length = arguments.Size(), items = length * (starts.Count - 1);
        return new(new(arguments.Input(arguments.Bits<uint>(starts[^1] * length)), arguments.Input(starts.ToArray()), length, arguments.Output<uint>(items)), items);
    }

    public static ItemRun<HashCoefficients> HashCoefficients(CaseArguments arguments)
    {
        var pictures = arguments.Random.Next(1, 4);
        return new(
            new(arguments.Input(Bytes(arguments, 4 * 1024 * pictures)), arguments.Input(Kernels.Judging.HashCoefficients.Cosines), arguments.Output<long>(64 * pictures)), 64 * pictures);
    }

    public static ItemRun<SaliencyCells> SaliencyCells(CaseArguments arguments)
    {
        // The first has cells, the others perhaps none.
        var shapes = Enumerable.Range(0, arguments.Random.Next(1, 4)).Select(i => (Width: arguments.Size() + (i == 0 ? 8 : 0), Height: arguments.Size(30) + (i == 0 ? 8 : 0))).ToArray();
        var starts = shapes.Aggregate(new List<int> { 0 }, (all, s) => [.. all, all[^1] + (s.Width / 8 * (s.Height / 8))]);
        var layout = new BlockLayout(shapes);
        return new(
            new(arguments.Input(Skin(arguments, layout.Pixels)), arguments.Input(layout.Shapes), arguments.Input(starts.ToArray()), arguments.Output<int>(starts[^1])), starts[^1]);
    }

    public static ItemRun<CropScores> CropScores(CaseArguments arguments)
    {
        int columns = arguments.Size(40), rows = arguments.Size(40), width = arguments.Random.Next(1, columns + 1), height = arguments.Random.Next(1, rows + 1);
        int[] crops = [.. Enumerable.Range(0, arguments.Size(20)).SelectMany(_ =>
        {
            int x = arguments.Random.Next(columns), y = arguments.Random.Next(rows);
            return new[] { (y * columns) + x, columns, Math.Min(width, columns - x), Math.Min(height, rows - y), 0, width };
        })];
        var count = crops.Length / Kernels.Judging.CropScores.CropLength;
        return new(
            new(arguments.Input(Numbers(arguments, columns * rows, 0, 1 << 24)), arguments.Input(Numbers(arguments, width * height, -(1 << 24), 1 << 23)), arguments.Input(crops), arguments.Output<long>(count)),
            count);
    }

    public static ItemRun<DominantColours> DominantColours(CaseArguments arguments)
    {
        int pictures = arguments.Random.Next(1, 3), count = arguments.Random.Next(1, 9), most = arguments.Random.Next(1, 2000);
        var histogram = new uint[pictures * ColourBins.Cells * ColourBins.CellLength];
        var empty = arguments.Random.Next(101);
        for (var cell = 0; cell < histogram.Length; cell += ColourBins.CellLength)
        {
            histogram[cell] = arguments.Random.Next(100) < empty ? 0 : (uint)arguments.Random.Next(most);
            for (var channel = 1; channel < ColourBins.CellLength; channel++)
            {
                histogram[cell + channel] = (uint)(histogram[cell] * 255 * arguments.Random.NextDouble());
            }
        }

        return new(
            new(arguments.Input(histogram), arguments.Input(Oklab.Table), count, arguments.Output<int>(pictures * Kernels.Judging.DominantColours.WorkLength(count)), arguments.Output<long>(pictures * count * 4)),
            pictures);
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

    private static int[] Numbers(CaseArguments arguments, int length, int least, int most) => [.. Enumerable.Range(0, length).Select(_ => arguments.Random.Next(least, most))];

    // Half of the pixels near the colour of skin, of any lightness.
    private static byte[] Skin(CaseArguments arguments, int pixels)
    {
        var rgba = Bytes(arguments, 4 * pixels);
        for (var i = 0; i < rgba.Length; i += 8)
        {
            var light = arguments.Random.NextDouble() * 326;
            (rgba[i], rgba[i + 1], rgba[i + 2]) = ((byte)(Math.Min(.78 * light, 255)), (byte)((.57 * light) + arguments.Random.Next(9)), (byte)((.44 * light) + arguments.Random.Next(9)));
        }

        return rgba;
    }
}
