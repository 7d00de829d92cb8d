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
    public ResizePlan(int sourceWidth, int sourceHeight, int width, int height, ResizeFilter filter)
    {
        _across = ResampleWeights.Create(sourceWidth, width, filter);
        _down = ResampleWeights.Create(sourceHeight, height, filter);
        Shape = new ResizeShape(sourceWidth, sourceHeight, width, height, _across.Taps, _down.Taps, 4, ResizeAlpha.Ignore, 0);
    }

    /// <summary>Sizes, with four channels and alpha ignored.</summary>
    public ResizeShape Shape { get; }

    /// <summary>Weights across.</summary>
    public int[] Across => _across.Table;

    /// <summary>Weights down.</summary>
    public int[] Down => _down.Table;

    /// <summary>Pixels of the picture between the passes; the CPU stores none.</summary>
    public static long BetweenLength(Accelerator accelerator, ResizeShape shape) =>
        accelerator.AcceleratorType == AcceleratorType.CPU ? 0 : (long)shape.Width * shape.SourceHeight;

    /// <summary>Launches a resize: one pass over bands on the CPU, else two.</summary>
    public static void Run(Accelerator accelerator, ArrayView<byte> source, ArrayView<byte> target, ArrayView<int> across, ArrayView<int> down, ArrayView<uint> between, ResizeShape shape)
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            accelerator.Run(new Resize(source, target, across, down, shape), shape.Width, shape.Height);
        }
        else
        {
            accelerator.Run(new ResizeLines(source, between, across, shape), shape.Width, shape.SourceHeight);
            accelerator.Run(new ResizeColumns(between, target, down, shape), shape.Width, shape.Height);
        }
    }

    /// <summary>Launches a resize within a scope, which provides what lies between.</summary>
    public void Run(IDeviceScope scope, ArrayView<byte> source, ArrayView<byte> target, ResizeShape shape)
    {
        var length = BetweenLength(scope.Accelerator, shape);
        Run(scope.Accelerator, source, target, scope.Input<int>(Across), scope.Input<int>(Down), length == 0 ? default : scope.Scratch<uint>(length), shape);
    }
}
