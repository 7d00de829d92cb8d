using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>A resize made ready on the host: its weights, and how it is launched on each kind of accelerator.</summary>
internal sealed class ResizePlan
{
    private readonly ResampleWeights _across;
    private readonly ResampleWeights _down;

    /// <summary>Computes the weights. The arguments were checked.</summary>
    public ResizePlan(int sourceWidth, int sourceHeight, int width, int height, ResizeFilter filter, CropBox? crop = null)
    {
        var box = crop ?? CropBox.All(sourceWidth, sourceHeight);
        _across = ResampleWeights.Create(sourceWidth, width, filter, box.Left, box.Right);
        _down = ResampleWeights.Create(sourceHeight, height, filter, box.Top, box.Bottom);
        Shape = new ResizeShape(sourceWidth, sourceHeight, width, height, _across.Taps, _down.Taps, 4, ResizeAlpha.Ignore, 0);
    }

    /// <summary>Sizes, with four channels and alpha ignored.</summary>
    public ResizeShape Shape { get; }

    /// <summary>Weights across.</summary>
    public int[] Across => _across.Table;

    /// <summary>Weights down.</summary>
    public int[] Down => _down.Table;

    /// <summary>Whether a resize would change nothing: Pillow then copies.</summary>
    public static bool IsCopy(int sourceWidth, int sourceHeight, int width, int height, CropBox? crop) =>
        (sourceWidth, sourceHeight) == (width, height) && (crop is not { } box || box == CropBox.All(width, height));

    /// <summary>The first source row that is read, and the one after the last.</summary>
    public (int First, int End) SourceRows
    {
        get
        {
            var last = (Shape.Height - 1) * (_down.Taps + ResampleWeights.Header);
            return (Down[0], Down[last] + Down[last + 1]);
        }
    }

    /// <summary>Pixels of the picture between the passes; the CPU stores none.</summary>
    public static long BetweenLength(Accelerator accelerator, ResizeShape shape) =>
        accelerator.AcceleratorType == AcceleratorType.CPU ? 0 : (long)shape.Width * shape.SourceHeight;

    /// <summary>Launches a resize: one pass over bands on the CPU, else two, the first over the rows that the second reads.</summary>
    public static void Run(Accelerator accelerator, ArrayView<byte> source, ArrayView<byte> target, ArrayView<int> across, ArrayView<int> down, ArrayView<uint> between, ResizeShape shape, (int First, int End)? rows = null)
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            accelerator.Run(new Resize(source, target, across, down, shape), shape.Width, shape.Height);
        }
        else
        {
            var (first, end) = rows ?? (0, shape.SourceHeight);
            accelerator.Run(new ResizeLines(source, between, across, shape, first), shape.Width, end - first);
            accelerator.Run(new ResizeColumns(between, target, down, shape), shape.Width, shape.Height);
        }
    }

    /// <summary>Launches a resize within a scope, which provides what lies between.</summary>
    public void Run(IDeviceScope scope, ArrayView<byte> source, ArrayView<byte> target, ResizeShape shape)
    {
        var length = BetweenLength(scope.Accelerator, shape);
        Run(scope.Accelerator, source, target, scope.Input<int>(Across), scope.Input<int>(Down), length == 0 ? default : scope.Scratch<uint>(length), shape, SourceRows);
    }
}
