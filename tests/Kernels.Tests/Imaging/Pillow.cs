using System.Buffers.Binary;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Cases for Pillow, answered by one run of pillow.py.</summary>
internal sealed class Pillow
{
    private readonly List<byte> _input = [];
    private readonly List<int> _lengths = [];

    public void Resize(byte[] picture, int channels, int sourceWidth, int sourceHeight, int width, int height, ResizeFilter filter, CropBox? crop = null)
    {
        Header(crop ?? CropBox.All(sourceWidth, sourceHeight), channels - 3, (int)filter, sourceWidth, sourceHeight, width, height);
        _input.AddRange(picture);
        _lengths.Add(width * height * channels);
    }

    public void Over(byte[] picture, byte[] ground, int width, int height)
    {
        Header(default, 1, -1, width, height, width, height);
        _input.AddRange(picture);
        _input.AddRange(ground);
        _lengths.Add(picture.Length);
    }

    public async Task<IReadOnlyList<byte[]>> AnswerAsync()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Imaging", "pillow.py"), TestContext.Current.CancellationToken);
        var answer = await Reference.PythonAsync(script, _input.ToArray());
        Assert.Equal(_lengths.Sum(), answer.Length);
        var at = 0;
        return [.. _lengths.Select(length => answer[at..(at += length)])];
    }

    private void Header(CropBox box, params ReadOnlySpan<int> values)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
            _input.AddRange(bytes);
        }

        foreach (var value in new[] { box.Left, box.Top, box.Right, box.Bottom })
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
            _input.AddRange(bytes);
        }
    }
}
