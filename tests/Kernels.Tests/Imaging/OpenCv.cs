using System.Runtime.InteropServices;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Cases for OpenCV, answered by one run of blur.py.</summary>
internal sealed class OpenCv
{
    private readonly List<byte> _input = [];
    private readonly List<int> _lengths = [];

    public void Gaussian(byte[] picture, int width, int height, int channels, double sigma) => Add(0, picture, width, height, channels, sigma, 1, width, height, channels);

    public void Box(byte[] picture, int width, int height, int channels, int radius) => Add(1, picture, width, height, channels, radius, 1, width, height, channels);

    /// <summary>A picture scaled to cover a frame, blurred and darkened, as RGBA.</summary>
    public void Background(byte[] rgba, int width, int height, double sigma, double brightness, int frameWidth, int frameHeight) =>
        Add(2, rgba, width, height, 4, sigma, brightness, frameWidth, frameHeight, 4);

    public async Task<IReadOnlyList<byte[]>> AnswerAsync()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Imaging", "blur.py"), TestContext.Current.CancellationToken);
        var answer = await Reference.PythonAsync(script, _input.ToArray());
        Assert.Equal(_lengths.Sum(), answer.Length);
        var at = 0;
        return [.. _lengths.Select(length => answer[at..(at += length)])];
    }

    private void Add(int mode, byte[] picture, int width, int height, int channels, double amount, double brightness, int frameWidth, int frameHeight, int madeChannels)
    {
        Span<byte> header = stackalloc byte[40];
        MemoryMarshal.Write(header, new Header(mode, width, height, channels, amount, brightness, frameWidth, frameHeight));
        _input.AddRange(header);
        _input.AddRange(picture);
        _lengths.Add(frameWidth * frameHeight * madeChannels);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Header(int Mode, int Width, int Height, int Channels, double Amount, double Brightness, int FrameWidth, int FrameHeight);
}
