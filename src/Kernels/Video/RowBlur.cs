using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Video;

/// <summary>
/// The mean of neighbours along each row of an I420 frame, chroma over half as many. An item is a row: luma's, then Cb's,
/// then Cr's; a running sum makes the time independent of the blur's width. The window of n lies from n/2 before to
/// n - 1 - n/2 behind; the row's ends are repeated.
/// </summary>
internal readonly struct RowBlur : IItemOperation
{
    private readonly ArrayView<byte> _source;
    private readonly ArrayView<byte> _target;
    private readonly int _width;
    private readonly int _height;
    private readonly int _luma;
    private readonly int _chroma;
    private readonly long _lumaInverse;
    private readonly long _chromaInverse;

    /// <summary>Describes a blur.</summary>
    /// <param name="source">A frame.</param>
    /// <param name="target">Takes the blurred one; not the same.</param>
    /// <param name="width">Luma columns, even.</param>
    /// <param name="height">Luma rows, even.</param>
    /// <param name="window">Luma pixels of the mean, 1 to the width.</param>
    public RowBlur(ArrayView<byte> source, ArrayView<byte> target, int width, int height, int window)
    {
        _source = source;
        _target = target;
        _width = width;
        _height = height;
        _luma = window;
        _chroma = (window + 1) / 2;
        _lumaInverse = (4294967296 + (_luma / 2)) / _luma;
        _chromaInverse = (4294967296 + (_chroma / 2)) / _chroma;
    }

    /// <inheritdoc/>
    public void Item(int item)
    {
        var luma = item < _height;
        int columns = luma ? _width : _width >> 1, window = luma ? _luma : _chroma;
        var inverse = luma ? _lumaInverse : _chromaInverse;
        var start = luma ? item * _width : (_width * _height) + ((item - _height) * columns);
        int before = window >> 1, sum = 0;
        for (var i = -before; i < window - before; i++)
        {
            sum += _source[start + Clamp(i, columns)];
        }

        for (var x = 0; x < columns; x++)
        {
            _target[start + x] = (byte)(((sum * inverse) + 2147483648) >> 32);
            sum += _source[start + Clamp(x - before + window, columns)] - _source[start + Clamp(x - before, columns)];
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            var luma = item < _height;
            int columns = luma ? _width : _width >> 1, window = luma ? _luma : _chroma, before = window >> 1;
            var inverse = luma ? _lumaInverse : _chromaInverse;
            var start = luma ? item * _width : (_width * _height) + ((item - _height) * columns);
            ReadOnlySpan<byte> source = HostSpan.Of(_source, start, columns);
            var target = HostSpan.Of(_target, start, columns);
            var sum = 0;
            for (var i = -before; i < window - before; i++)
            {
                sum += source[Clamp(i, columns)];
            }

            for (var x = 0; x < columns; x++)
            {
                // Where the window is whole the compiler needs no clamps.
                var whole = columns - window;
                if (x == before && whole > 0)
                {
                    ReadOnlySpan<byte> leaving = source[..whole], entering = source.Slice(window, whole);
                    var means = target.Slice(before, whole);
                    for (var i = 0; i < means.Length && i < leaving.Length && i < entering.Length; i++)
                    {
                        means[i] = (byte)(((sum * inverse) + 2147483648) >> 32);
                        sum += entering[i] - leaving[i];
                    }

                    x += whole;
                }

                target[x] = (byte)(((sum * inverse) + 2147483648) >> 32);
                sum += source[Clamp(x - before + window, columns)] - source[Clamp(x - before, columns)];
            }
        }
    }

    private static int Clamp(int index, int length) => Math.Max(0, Math.Min(index, length - 1));
}
