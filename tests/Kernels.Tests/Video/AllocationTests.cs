using Gpu.Kernels.Launching;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Video;

/// <summary>A frame's description is made for each frame; carrying it out allocates nothing once a size has been seen.</summary>
public sealed class AllocationTests(Devices devices)
{
    // Rows for one band: the launch of several goes through ILGPU, which allocates a task.
    private const int Width = 640;
    private const int Height = 2;

    public static TheoryData<Transition> All => [.. Enum.GetValues<Transition>().Where(t => t is not (Transition.HorizontalBlur or Transition.Blur))];

    [Theory]
    [MemberData(nameof(All))]
    public void Execution_allocates_nothing(Transition transition)
    {
        using FramePicture from = Frames.Random(Width, 8), to = Frames.Random(Width, 8);
        using var overlay = OverlayPicture.FromRgba(16, 2, Enumerable.Repeat((byte)255, 128).ToArray());
        using var scope = new KeptScope(devices.Cpu);
        var target = new byte[I420.Length(Width, Height)];
        FrameOverlay[] overlays = [new(overlay, 4, 0, 0.5) { MoveX = 0.25 }, new(overlay, 40, 0, 0.5)];
        ComposeFrame Work(double mix) => new(Width, Height, Frames.Whole(from), Frames.Whole(to), mix, overlays, target, new FrameOptions { Transition = transition, Dither = true, Vignette = 0.2 });
        Work(0.3).Execute(scope);
        Work(0.35).Execute(scope);
        var next = Work(0.4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        next.Execute(scope);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // Memory that is found again by its length, as a device's pool would.
    private sealed class KeptScope(Accelerator accelerator) : IDeviceScope, IDisposable
    {
        private readonly Dictionary<object, MemoryBuffer> _resident = [];
        private readonly Dictionary<(Type Element, long Length), MemoryBuffer> _scratch = [];

        public Accelerator Accelerator => accelerator;

        public ArrayView<T> Resident<T>(ResidentData<T> data)
            where T : unmanaged
        {
            if (!_resident.TryGetValue(data, out var buffer))
            {
                buffer = accelerator.Allocate1D(data.Host.ToArray());
                _resident.Add(data, buffer);
            }

            return ((MemoryBuffer1D<T, Stride1D.Dense>)buffer).View;
        }

        public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
            where T : unmanaged
        {
            var view = Scratch<T>(data.Length);
            data.Span.CopyTo(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref view[0], data.Length));
            return view;
        }

        public ArrayView<T> Output<T>(Memory<T> target)
            where T : unmanaged => Scratch<T>(target.Length);

        // A frame has no parts.
        public ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
            where T : unmanaged => throw new NotSupportedException();

        public ArrayView<T> OutputAll<T>(ReadOnlySpan<Memory<T>> parts)
            where T : unmanaged => throw new NotSupportedException();

        public ArrayView<T> Scratch<T>(long length)
            where T : unmanaged
        {
            if (!_scratch.TryGetValue((typeof(T), length), out var buffer))
            {
                buffer = accelerator.Allocate1D<T>(length);
                _scratch.Add((typeof(T), length), buffer);
            }

            return ((MemoryBuffer1D<T, Stride1D.Dense>)buffer).View;
        }

        public void Dispose()
        {
            foreach (var buffer in _resident.Values.Concat(_scratch.Values))
            {
                buffer.Dispose();
            }
        }
    }
}
