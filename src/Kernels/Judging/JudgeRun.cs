using System.Collections.Concurrent;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Judging;

/// <summary>One execution of <see cref="JudgePictures"/>: its memory, used again by one group after the other, and its launches.</summary>
internal sealed class JudgeRun
{
    private const int HashPixels = HashCoefficients.Side * HashCoefficients.Side;
    private const int Coefficients = HashCoefficients.Kept * HashCoefficients.Kept;

    // Work that one core does in the time that waking another takes.
    private const int SmallestCells = 128;
    private const int SmallestCrops = 64;
    private const int SmallestParts = 32;
    private const int SmallestPictures = 4;

    private readonly IDeviceScope _scope;
    private readonly JudgeOptions _options;
    private readonly ArrayView<byte> _measured;
    private readonly ArrayView<byte> _luma;
    private readonly ArrayView<byte> _small;
    private readonly ArrayView<uint> _gray;
    private readonly ArrayView<byte> _hashed;
    private readonly ArrayView<uint> _between;
    private readonly ArrayView<int> _worth;
    private readonly ArrayView<uint> _bins;
    private readonly ArrayView<uint> _parts;
    private readonly ArrayView<int> _points;
    private readonly ArrayView<int> _cosines;
    private readonly ArrayView<int> _oklab;
    private readonly ArrayView<long> _laplacianSums;
    private readonly ArrayView<long> _colourSums;
    private readonly ArrayView<uint> _lumaCounters;
    private readonly ArrayView<long> _coefficients;
    private readonly ArrayView<long> _colours;
    private readonly ArrayView<long> _cropScores;
    private readonly Dictionary<ResizeShape, (ResizeShape Shape, ArrayView<int> Across, ArrayView<int> Down)> _resizes = [];
    private readonly ConcurrentDictionary<ResizeShape, ResizePlan> _plans;
    private int _crops;

    public JudgeRun(IDeviceScope scope, JudgeGroup[] groups, JudgeOptions options, JudgeOutputs outputs, ConcurrentDictionary<ResizeShape, ResizePlan> plans)
    {
        (_scope, _options, _plans) = (scope, options, plans);
        int measured = groups.Max(g => g.Measured.Pixels), small = groups.Max(g => g.Small.Pixels), pictures = groups.Max(g => g.Pictures.Count);
        _measured = scope.Scratch<byte>(4L * measured);
        _luma = scope.Scratch<byte>(measured);
        _small = scope.Scratch<byte>(4L * small);
        _gray = scope.Scratch<uint>(small);
        _hashed = scope.Scratch<byte>(4L * HashPixels * pictures);
        _worth = scope.Scratch<int>(Math.Max(1, groups.Max(g => g.Cells)));
        _bins = scope.Scratch<uint>((long)ColourBins.Count * pictures);
        _parts = scope.Scratch<uint>(Math.Max((long)LumaBins.Count * groups.Max(g => g.Measured.Parts), (long)ColourBins.Count * groups.Max(g => g.Small.Parts)));
        _points = scope.Scratch<int>((long)DominantColours.WorkLength(options.Colours) * pictures);
        _between = Between(groups.SelectMany(g => g.Shapes));
        _cosines = scope.Input<int>(HashCoefficients.Cosines);
        _oklab = scope.Input<int>(Oklab.Table);
        _laplacianSums = scope.Output<long>(outputs.Laplacian);
        _colourSums = scope.Output<long>(outputs.Colour);
        _lumaCounters = scope.Output<uint>(outputs.Luma);
        _coefficients = scope.Output<long>(outputs.Hash);
        _colours = scope.Output<long>(outputs.Colours);
        _cropScores = outputs.Crops.Length == 0 ? default : scope.Output<long>(outputs.Crops);
    }

    private Accelerator Accelerator => _scope.Accelerator;

    public void Judge(JudgeGroup group)
    {
        for (var i = 0; i < group.Pictures.Count; i++)
        {
            Bring(group, i);
        }

        Measure(group);
        Find(group);
    }

    /// <summary>Brings a picture to its sizes.</summary>
    private void Bring(JudgeGroup group, int picture)
    {
        var (shape, source) = (group.Shapes[picture], group.Pictures[picture]);
        var alpha = Opacity.IsOpaque(source.Rgba.Span) ? ResizeAlpha.Ignore : ResizeAlpha.Over;
        var rgba = _scope.Input(source.Rgba);
        var measured = Part(_measured, group.Measured, picture, shape.Measured);
        var small = Part(_small, group.Small, picture, shape.Small);
        Resize(rgba, shape.Source, measured, shape.Measured, alpha);
        if (shape.SmallFromSource)
        {
            Resize(rgba, shape.Source, small, shape.Small, alpha);
        }
        else
        {
            Resize(measured, shape.Measured, small, shape.Small, ResizeAlpha.Ignore);
        }
    }

    /// <summary>Sharpness, colourfulness and light.</summary>
    private void Measure(JudgeGroup group)
    {
        var layout = group.Measured;
        Accelerator.RunRanges(new LumaPixels(_measured, _luma), layout.Pixels, LumaPixels.SmallestRange);
        layout.Sum<LaplacianBlocks>(_scope, _luma, Of(_laplacianSums, group, LaplacianBlocks.Measures));
        layout.Sum<ColourBlocks>(_scope, _measured, Of(_colourSums, group, ColourBlocks.Measures));
        layout.Count(_scope, new LumaBins(_luma, _parts), _parts, Of(_lumaCounters, group, LumaBins.Count), SmallestParts);
    }

    /// <summary>The hash, colours and crops.</summary>
    private void Find(JudgeGroup group)
    {
        var (layout, pictures) = (group.Small, group.Pictures.Count);
        Accelerator.RunRanges(new GrayPixels(_small, _gray), layout.Pixels, LumaPixels.SmallestRange);
        for (var i = 0; i < pictures; i++)
        {
            var size = group.Shapes[i].Small;
            Resize(Part(_gray.Cast<byte>(), layout, i, size), size, _hashed.SubView(4L * HashPixels * i, 4L * HashPixels), (HashCoefficients.Side, HashCoefficients.Side), ResizeAlpha.Ignore, ResizeFilter.Lanczos);
        }

        Accelerator.RunRanges(new HashCoefficients(_hashed, _cosines, Of(_coefficients, group, Coefficients)), pictures * Coefficients, SmallestPictures * Coefficients);
        var bins = _bins.SubView(0, (long)pictures * ColourBins.Count);
        layout.Count(_scope, new ColourBins(_small, _parts), _parts, bins, SmallestParts);
        Accelerator.RunRanges(
            new DominantColours(bins, _oklab, _options.Colours, _points, Of(_colours, group, _options.Colours * DominantColours.ColourLength)), pictures, SmallestPictures);
        Crop(group);
    }

    private void Crop(JudgeGroup group)
    {
        if (group.CropCount == 0)
        {
            return;
        }

        var scores = _cropScores.SubView(_crops, group.CropCount);
        _crops += group.CropCount;
        if (group.Cells > 0)
        {
            Accelerator.RunRanges(new SaliencyCells(_small, _scope.Input<int>(group.Small.Shapes), _scope.Input<int>(group.CellStarts), _worth), group.Cells, SmallestCells);
        }

        Accelerator.RunRanges(new CropScores(_worth, _scope.Input<int>(group.Importance), _scope.Input<int>(group.Crops), scores), group.CropCount, SmallestCrops);
    }

    private void Resize(ArrayView<byte> source, (int Width, int Height) from, ArrayView<byte> target, (int Width, int Height) to, ResizeAlpha alpha, ResizeFilter? filter = null)
    {
        var how = filter ?? (to.Width <= from.Width ? ResizeFilter.Box : ResizeFilter.Triangle);
        var key = new ResizeShape(from.Width, from.Height, to.Width, to.Height, (int)how, 0, 4, alpha, 0);
        if (!_resizes.TryGetValue(key, out var resize))
        {
            var plan = _plans.GetOrAdd(key, static (k, how) => new ResizePlan(k.SourceWidth, k.SourceHeight, k.Width, k.Height, how), how);
            resize = (plan.Shape with { Alpha = alpha, Background = _options.Background }, _scope.Input<int>(plan.Across), _scope.Input<int>(plan.Down));
            _resizes.Add(key, resize);
        }

        var between = ResizePlan.BetweenLength(Accelerator, resize.Shape);
        ResizePlan.Run(Accelerator, source, target, resize.Across, resize.Down, between == 0 ? default : _between.SubView(0, between), resize.Shape);
    }

    // Between the passes of a resize, where they are two, the largest that there is.
    private ArrayView<uint> Between(IEnumerable<JudgeShape> shapes)
    {
        if (Accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            return default;
        }

        long length = 0;
        foreach (var shape in shapes)
        {
            length = Math.Max(length, Math.Max((long)Math.Max(shape.Measured.Width, shape.Small.Width) * shape.Source.Height, (long)Math.Max(shape.Small.Width, HashCoefficients.Side) * Math.Max(shape.Measured.Height, shape.Small.Height)));
        }

        return _scope.Scratch<uint>(length);
    }

    private static ArrayView<T> Of<T>(ArrayView<T> all, JudgeGroup group, int each)
        where T : unmanaged => all.SubView((long)group.First * each, (long)group.Pictures.Count * each);

    private static ArrayView<byte> Part(ArrayView<byte> all, BlockLayout layout, int picture, (int Width, int Height) size) =>
        all.SubView(4L * layout.Offset(picture), 4L * size.Width * size.Height);
}
