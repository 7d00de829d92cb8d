using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Video;

/// <summary>A frame's description is made for each frame; carrying it out allocates nothing once a size has been seen.</summary>
public sealed class AllocationTests(Devices devices)
{
    private const int Width = 640;
    private const int Height = 30;
    private const int Most = 40;

    public static TheoryData<Transition> All => [.. Enum.GetValues<Transition>()];

    public static TheoryData<string> Styles => [.. Named.Keys];

    private static Dictionary<string, FrameOptions> Named => new()
    {
        ["bicubic"] = new() { Sampling = FrameSampling.Bicubic },
        ["linear light"] = new() { LinearLight = true },
        ["a colour cube"] = new() { Cube = new ColourCube(2, new float[24]) },
        ["NV12 and a colour cube in linear light"] = new() { LinearLight = true, Cube = new ColourCube(2, new float[24]), Layout = FrameLayout.Nv12 },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Execution_allocates_nothing(Transition transition)
    {
        using FramePicture from = Frames.Random(Width, 8), to = Frames.Random(Width, 8);
        AllocatesNothing(Frames.Whole(from), Frames.Whole(to), new FrameOptions { Transition = transition, Dither = true, Vignette = 0.2 });
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Execution_of_a_styled_frame_allocates_nothing(string style)
    {
        using FramePicture from = Frames.Random(Width, 8), to = Frames.Random(Width, 8);
        AllocatesNothing(Frames.Whole(from), Frames.Whole(to), Named[style]);
    }

    [Theory]
    [InlineData(FrameSampling.Bilinear, 1)]
    [InlineData(FrameSampling.Bicubic, 1)]
    [InlineData(FrameSampling.Bilinear, 2.5)]
    public void Execution_of_turned_pictures_on_a_ground_allocates_nothing(FrameSampling sampling, double scale)
    {
        using FramePicture from = Frames.Random(2 * Width, 40), to = Frames.Random(Width, 80), ground = Frames.Random(Width, Height);
        FrameLayer Layer(FramePicture picture, double degrees) =>
            new(picture, new SampleBox(-3, -1, scale * Width, scale * Height)) { Rotation = degrees, Ground = ground };
        AllocatesNothing(Layer(from, 12), Layer(to, 0), new FrameOptions { Sampling = sampling });
    }

    // A description for each frame, as a film has them.
    private void AllocatesNothing(FrameLayer from, FrameLayer to, FrameOptions options)
    {
        using var overlay = OverlayPicture.FromRgba(16, 2, Enumerable.Repeat((byte)255, 128).ToArray());
        using var scope = new KeptScope(devices.Cpu);
        var target = new byte[I420.Length(Width, Height)];
        FrameOverlay[] overlays = [new(overlay, 4, 0, 0.5) { MoveX = 0.25 }, new(overlay, 40, 0, 0.5)];
        var least = long.MaxValue;

        // The first ones compile, and make memory for each thread that helps and for each width of a blur.
        for (var i = 0; i < Most && least > 0; i++)
        {
            var work = new ComposeFrame(Width, Height, from, to, 0.3 + (0.1 * i / Most), overlays, target, options);
            var before = GC.GetAllocatedBytesForCurrentThread();
            work.Execute(scope);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
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
