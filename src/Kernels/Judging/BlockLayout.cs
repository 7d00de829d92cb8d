using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Judging;

/// <summary>The tables of <see cref="PictureBlocks"/>, and the two launches that bring sums of blocks to sums of pictures.</summary>
internal sealed class BlockLayout
{
    // Enough for a GPU's threads to share the sum of a picture's blocks, or its histogram; another launch adds that many.
    private const int Slots = 64;

    // Blocks that one core sums in the time that waking another takes.
    private const int SmallestRange = 256;

    private readonly int[] _shapes;
    private readonly int[] _starts;
    private readonly int[] _slotStarts;
    private readonly int[] _partStarts;

    /// <summary>Lays out pictures one behind the other. Their sizes were checked.</summary>
    public BlockLayout(IReadOnlyList<(int Width, int Height)> pictures)
    {
        Pictures = pictures.Count;
        _shapes = new int[Pictures * PictureBlocks.ShapeLength];
        _starts = new int[Pictures + 1];
        _slotStarts = new int[Pictures + 1];
        _partStarts = new int[Pictures + 1];
        for (var i = 0; i < Pictures; i++)
        {
            var (width, height) = pictures[i];
            (_shapes[3 * i], _shapes[(3 * i) + 1], _shapes[(3 * i) + 2]) = (Pixels, width, height);
            Pixels = checked(Pixels + (width * height));
            _starts[i + 1] = _starts[i] + PictureBlocks.Count(width, height);
            _slotStarts[i + 1] = (i + 1) * Slots;
            _partStarts[i + 1] = _partStarts[i] + Math.Min(Slots, _starts[i + 1] - _starts[i]);
        }
    }

    /// <summary>How many pictures.</summary>
    public int Pictures { get; }

    /// <summary>Pixels of all pictures.</summary>
    public int Pixels { get; }

    /// <summary>Blocks of all pictures.</summary>
    public int Blocks => _starts[^1];

    /// <summary>The table of shapes.</summary>
    public int[] Shapes => _shapes;

    /// <summary>The table of first blocks.</summary>
    public int[] Starts => _starts;

    /// <summary>The table of first parts of histograms.</summary>
    public int[] PartStarts => _partStarts;

    /// <summary>Parts of histograms of all pictures.</summary>
    public int Parts => _partStarts[^1];

    /// <summary>Index of a picture's first pixel.</summary>
    public int Offset(int picture) => _shapes[picture * PictureBlocks.ShapeLength];

    /// <summary>The blocks as kernels take them.</summary>
    public PictureBlocks Tables(IDeviceScope scope) => new(scope.Input<int>(_shapes), scope.Input<int>(_starts));

    /// <summary>Launches a sum over blocks and adds it up.</summary>
    /// <param name="scope">Memory.</param>
    /// <param name="pictures">The pictures' bytes, as the operation takes them.</param>
    /// <param name="sums">Takes pictures x measures sums.</param>
    public void Sum<TOperation>(IDeviceScope scope, ArrayView<byte> pictures, ArrayView<long> sums)
        where TOperation : struct, IBlockSums<TOperation>
    {
        var measures = TOperation.Count;
        var parts = scope.Scratch<long>((long)Blocks * measures);
        scope.Accelerator.RunRanges(TOperation.Of(pictures, Tables(scope), parts), Blocks, SmallestRange);
        if (scope.Accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            // One thread adds faster than two launches start.
            scope.Accelerator.RunRanges(new SumParts(parts, scope.Input<int>(_starts), 1, measures, sums), Pictures * measures, int.MaxValue);
            return;
        }

        var slots = scope.Scratch<long>((long)Pictures * Slots * measures);
        scope.Accelerator.Run(new SumParts(parts, scope.Input<int>(_starts), Slots, measures, slots), Pictures * Slots * measures);
        scope.Accelerator.Run(new SumParts(slots, scope.Input<int>(_slotStarts), 1, measures, sums), Pictures * measures);
    }

    /// <summary>Launches a histogram of parts and adds it up.</summary>
    /// <param name="scope">Memory.</param>
    /// <param name="bins">What is counted.</param>
    /// <param name="parts">The counters of <paramref name="bins"/>: as many as parts x its length, or more.</param>
    /// <param name="counters">Takes the counters of all pictures.</param>
    /// <param name="smallestRange">Parts for which waking another core pays.</param>
    public void Count<TBins>(IDeviceScope scope, TBins bins, ArrayView<uint> parts, ArrayView<uint> counters, int smallestRange)
        where TBins : struct, IPictureBins
    {
        var starts = scope.Input<int>(_partStarts);
        scope.Accelerator.RunRanges(new PartHistogram<TBins>(bins, Tables(scope), scope.Input<int>(_starts), starts), Parts, smallestRange);
        scope.Accelerator.RunRanges(new SumCounters(parts, starts, bins.Length, counters), Pictures * bins.Length, int.MaxValue);
    }
}
