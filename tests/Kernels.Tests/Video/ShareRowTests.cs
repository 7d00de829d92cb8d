using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Host;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Rows of shares, pieces of which are filled at once, against the share of each place.</summary>
public sealed class ShareRowTests
{
    private const int Instances = 40;
    private const int RowsOfEach = 6;

    public static TheoryData<Transition> ByPlace =>
        [.. Enum.GetValues<Transition>().Where(t => Field(t, 0.5, 64, 64).Kind is BlendKind.Line or BlendKind.Circle or BlendKind.Angle or BlendKind.Noise)];

    [Theory]
    [MemberData(nameof(ByPlace))]
    public unsafe void Every_place_has_its_share(Transition transition)
    {
        var random = new Random((int)transition);
        for (var i = 0; i < Instances; i++)
        {
            int width = 2 * random.Next(1, i % 8 == 0 ? 8193 : 700), height = 2 * random.Next(1, i % 8 == 1 ? 8193 : 700);
            var field = Field(transition, random.NextDouble(), width, height);
            for (var j = 0; j < RowsOfEach; j++)
            {
                int plane = random.Next(3), columns = plane == 0 ? width : width / 2, rows = plane == 0 ? height : height / 2;
                var y = j == 0 ? rows / 2 : random.Next(rows);
                var shares = new short[ColumnTable.Padded(columns)];
                fixed (short* to = shares)
                {
                    ShareRow.Make(field, plane, y, to, shares.Length);
                }

                for (var x = 0; x < columns; x++)
                {
                    var expected = field.Share(plane, plane == 0 ? 2 * x : 4 * x, plane == 0 ? 2 * y : (4 * y) + 1);
                    Assert.True(expected == shares[x], $"{transition} of {width}x{height}, plane {plane}: {x}, {y} is {shares[x]}, not {expected}.");
                }
            }
        }
    }

    private static BlendField Field(Transition transition, double mix, int width, int height)
    {
        using var picture = new FramePicture(2, 2, new byte[6]);
        var layer = new FrameLayer(picture, new SampleBox(0, 0, 2, 2));
        return TransitionPlan.Of(transition, mix, layer, layer, width, height).Field;
    }
}
