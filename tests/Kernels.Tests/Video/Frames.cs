using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Composes frames on the CPU accelerator.</summary>
public sealed class Frames : IDisposable
{
    private readonly Context _context = Context.Create(b => b.CPU(new CPUDevice(2, 1, Environment.ProcessorCount)).EnableAlgorithms());

    public Frames() => Cpu = _context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);

    public Accelerator Cpu { get; }

    public static SampleBox Whole(FramePicture picture) => new(0, 0, picture.Width, picture.Height);

    public byte[] Compose(int width, int height, FrameLayer from, FrameLayer? to = null, double mix = 0, params FrameOverlay[] overlays)
    {
        var target = new byte[I420.Length(width, height)];
        TestScope.Execute(Cpu, new ComposeFrame(width, height, from, to, mix, overlays, target));
        return target;
    }

    public void Dispose()
    {
        Cpu.Dispose();
        _context.Dispose();
    }
}
