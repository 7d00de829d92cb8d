using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>Takes pictures through a <see cref="ColourCube"/> on a host's own accelerator, which keeps a copy of it.</summary>
/// <example><code>
/// using var map = new ColourMap(accelerator, ColourCube.Parse(File.ReadAllText("warm.cube")));
/// map.Run(source.View, target.View, 1920, 1080);
/// accelerator.Synchronize();
/// </code></example>
public sealed class ColourMap : IDisposable
{
    private readonly Accelerator _accelerator;
    private readonly MemoryBuffer1D<long, Stride1D.Dense> _table;
    private readonly int _size;

    /// <summary>Copies a cube to an accelerator.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="cube">The colours; it may be disposed then.</param>
    public ColourMap(Accelerator accelerator, ColourCube cube)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(cube);
        _accelerator = accelerator;
        _table = accelerator.Allocate1D(cube.Table.Host.ToArray());
        _size = cube.Size;
    }

    /// <summary>Maps a picture on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="source">Straight R'G'B'A: 4 width height bytes.</param>
    /// <param name="target">Takes the result, alpha as it was: as many. It may be the source.</param>
    /// <param name="width">Pixels, 1 to 16,384.</param>
    /// <param name="height">Pixels, 1 to 16,384.</param>
    /// <exception cref="ArgumentException">A size or a length is out of range, or the two overlap in part; the message names it.</exception>
    public void Run(ArrayView<byte> source, ArrayView<byte> target, int width, int height)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(source.Length, width, height, 4, nameof(source));
        PictureCheck.Length(target.Length, width, height, 4, nameof(target));
        PictureCheck.SameOrApart(source, target, nameof(source), nameof(target));
        _accelerator.Run(new MapColours(source, target, _table.View, width, _size), width, height);
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();
}
