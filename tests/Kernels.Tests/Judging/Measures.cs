using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Judging;

/// <summary>Pictures for judging.py, which measures them with OpenCV, numpy and scipy in one run.</summary>
internal sealed class Measures
{
    private readonly List<byte> _input = [];

    public void Add(byte[] picture, int channels, int width, int height)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in new[] { channels, width, height })
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
            _input.AddRange(bytes);
        }

        _input.AddRange(picture);
    }

    public async Task<double[]> AnswerAsync(string measure)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Judging", "judging.py"), TestContext.Current.CancellationToken);
        return MemoryMarshal.Cast<byte, double>(await Reference.PythonAsync(script, _input.ToArray(), measure)).ToArray();
    }
}
