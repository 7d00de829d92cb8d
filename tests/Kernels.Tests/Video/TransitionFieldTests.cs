using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Tests.Video;

public sealed class TransitionFieldTests(Devices devices)
{
    public static TheoryData<Transition> All => [.. Enum.GetValues<Transition>()];

    [Theory]
    [MemberData(nameof(All))]
    public void The_first_picture_is_there_at_the_start_and_the_second_at_the_end(Transition transition)
    {
        using FramePicture from = Frames.Random(64, 36), to = new(64, 36, Enumerable.Reverse(Frames.Random(64, 36).Planes.Host.ToArray()).ToArray());
        var options = new FrameOptions { Transition = transition };
        byte[] At(double mix) => devices.Cpu.Styled(64, 36, Frames.Whole(from), Frames.Whole(to), mix, options);
        Assert.Equal(from.Planes.Host.ToArray(), At(0));
        Assert.Equal(to.Planes.Host.ToArray(), At(1));
        Assert.NotEqual(At(0), At(0.5));
        Assert.NotEqual(At(1), At(0.5));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_transition_between_equal_flat_pictures_is_that_picture(Transition transition)
    {
        if (transition is Transition.FadeBlack or Transition.FadeWhite)
        {
            return;
        }

        using var picture = new FramePicture(66, 34, Enumerable.Repeat((byte)177, I420.Length(66, 34)).ToArray());
        for (var step = 1; step < 20; step++)
        {
            var frame = devices.Cpu.Styled(66, 34, Frames.Whole(picture), Frames.Whole(picture), step / 20.0, new FrameOptions { Transition = transition });
            Assert.All(frame, b => Assert.Equal(177, b));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_device_gives_the_same_bits(Transition transition)
    {
        using FramePicture from = Frames.Random(130, 50), to = Frames.Random(70, 90);
        var options = new FrameOptions { Transition = transition };
        Assert.Equal(
            devices.Cpu.Styled(130, 50, Frames.Whole(from), Frames.Whole(to), 0.37, options),
            devices.Pocl.Styled(130, 50, Frames.Whole(from), Frames.Whole(to), 0.37, options));
    }

    // The edge of a wipe stands in the middle of a luma pixel pair: chroma changes in the same place.
    [Fact]
    public void Chroma_changes_where_luma_does()
    {
        using FramePicture from = new(64, 64, Enumerable.Repeat((byte)0, I420.Length(64, 64)).ToArray()), to = new(64, 64, Enumerable.Repeat((byte)200, I420.Length(64, 64)).ToArray());
        foreach (var transition in new[] { Transition.WipeLeft, Transition.SmoothRight, Transition.CircleOpen, Transition.Radial })
        {
            var frame = devices.Cpu.Styled(64, 64, Frames.Whole(from), Frames.Whole(to), 0.43, new FrameOptions { Transition = transition });
            for (var y = 0; y < 32; y++)
            {
                for (var x = 0; x < 32; x++)
                {
                    int upper = frame[(2 * y * 64) + (2 * x)], lower = frame[(((2 * y) + 1) * 64) + (2 * x)];
                    Assert.InRange(frame[(64 * 64) + (y * 32) + x], Math.Min(upper, lower) - 2, Math.Max(upper, lower) + 2);
                }
            }
        }
    }

    [Fact]
    public void Angles_are_within_a_ten_thousandth()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            int x = random.Next(-1920, 1921), y = random.Next(-1920, 1921);
            Assert.InRange((FieldArithmetic.Angle(x, y, 13) / (double)FieldArithmetic.One) - Math.Atan2(x, y), -1e-4, 1e-4);
        }
    }

    [Fact]
    public void Roots_are_exact()
    {
        for (var root = 0; root < 32_768; root++)
        {
            Assert.Equal(root, FieldArithmetic.Root(root * root));
            Assert.Equal(root, FieldArithmetic.Root((int)Math.Min((1L << 30) - 1, ((long)root * root) + (2 * root))));
        }
    }
}
