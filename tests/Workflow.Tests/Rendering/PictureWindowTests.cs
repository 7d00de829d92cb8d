using CsCheck;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Storyboards;

namespace Gpu.Workflow.Tests.Rendering;

public class PictureWindowTests
{
    private static readonly Gen<PictureBox> Box = Gen.Select(Gen.Double[0, 0.9], Gen.Double[0, 0.9], Gen.Double[0.05, 1], Gen.Double[0.05, 1],
        (x, y, w, h) => new PictureBox(x, y, Math.Min(w, 1 - x), Math.Min(h, 1 - y)));

    [Fact]
    public void Boxes_stay_inside_what_was_made_and_show_the_same_part_of_the_picture() => Gen.Select(Boards.Size, Box, Box, Gen.OneOf(Boards.Frames), Gen.Double[0, 1]).Sample((size, from, to, frame, part) =>
    {
        var window = new PictureWindow(size, new Shot { Start = 0, Duration = 1, From = from, To = to }, frame.Width, frame.Height);
        Assert.True(window.Left >= 0 && window.Top >= 0 && window.Left + window.Columns <= size.Width && window.Top + window.Rows <= size.Height);
        Assert.True(window.Width >= 2 && window.Height >= 2 && int.IsEvenInteger(window.Width) && int.IsEvenInteger(window.Height));
        Assert.True(window.Width <= (2 * window.Columns) + 2 && window.Height <= (2 * window.Rows) + 2);

        var box = window.At(part);
        const double Slack = 1e-6;
        Assert.True(box.X >= -Slack && box.Y >= -Slack && box.X + box.Width <= window.Width + Slack && box.Y + box.Height <= window.Height + Slack);

        // Back in the picture: of the frame's shape, about the middle of the box that was asked for.
        var (scaleX, scaleY) = ((double)window.Columns / window.Width, (double)window.Rows / window.Height);
        var (width, height) = (box.Width * scaleX, box.Height * scaleY);
        Assert.Equal((double)frame.Width / frame.Height, width / height, (double)frame.Width / frame.Height * 1e-6);
        double Middle(double a, double b, double length) => (a + ((b - a) * part)) * length;
        Assert.Equal(Middle(from.X + (from.Width / 2), to.X + (to.Width / 2), size.Width), ((box.X + (box.Width / 2)) * scaleX) + window.Left, 1e-6);
        Assert.Equal(Middle(from.Y + (from.Height / 2), to.Y + (to.Height / 2), size.Height), ((box.Y + (box.Height / 2)) * scaleY) + window.Top, 1e-6);
    });

    [Fact]
    public void A_whole_picture_lies_in_the_middle_of_its_frame() => Gen.Select(Boards.Size, Box, Gen.OneOf(Boards.Frames)).Sample((size, near, frame) =>
    {
        var window = new PictureWindow(size, new Shot { Start = 0, Duration = 1, Fit = ShotFit.Whole, To = near }, frame.Width, frame.Height);
        Assert.Equal((0, 0, size.Width, size.Height), (window.Left, window.Top, window.Columns, window.Rows));
        var box = window.At(0);
        Assert.Equal(window.Width / 2.0, box.X + (box.Width / 2), 1e-6 * window.Width);
        Assert.Equal(window.Height / 2.0, box.Y + (box.Height / 2), 1e-6 * window.Height);

        // As large as the frame holds it: one axis is full, none is cut.
        double across = box.Width / window.Width, down = box.Height / window.Height;
        Assert.True(across >= 1 - 1e-9 && down >= 1 - 1e-9 && Math.Min(across, down) <= 1 + 1e-9);
    });
}
