using System.Collections.Concurrent;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Judging;

/// <summary>
/// Judges pictures of one size or of several: sharpness, colourfulness, light, the perceptual hash, dominant colours and the
/// best crops. Each picture is read once, brought to a longer side of 1,024 and laid over a colour where it has alpha; all
/// else is found there and in a copy with a short side of 256. Integers throughout: the same bits on every device.
/// </summary>
public sealed class JudgePictures : IDeviceWork
{
    // Enough for a GPU to be busy with the small launches, few enough for their pictures to stay in the memory's caches.
    private const int GroupLength = 8;

    private readonly IReadOnlyList<RgbaPicture> _pictures;
    private readonly JudgeOptions _options;
    private readonly JudgeGroup[] _groups;
    private readonly JudgeOutputs _outputs;

    // Made at the first execution and kept; two devices may try the work at the same time.
    private readonly ConcurrentDictionary<ResizeShape, ResizePlan> _plans = [];

    /// <summary>Describes the work.</summary>
    /// <param name="pictures">The pictures, 1 to 1,000.</param>
    /// <param name="options">What to look for; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no picture or one too many, or a size, a length or a setting is out of range; the message names it.</exception>
    public JudgePictures(IReadOnlyList<RgbaPicture> pictures, JudgeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count is < 1 or > 1000)
        {
            throw new ArgumentException($"{pictures.Count} pictures: give 1 to 1,000.", nameof(pictures));
        }

        _options = options ?? new JudgeOptions();
        _options.Validate();
        for (var i = 0; i < pictures.Count; i++)
        {
            var picture = pictures[i] ?? throw new ArgumentException($"Picture {i} is null.", nameof(pictures));
            if (picture.Width is < 1 or > PictureCheck.MaxSide || picture.Height is < 1 or > PictureCheck.MaxSide || picture.Rgba.Length != 4L * picture.Width * picture.Height)
            {
                throw new ArgumentException(
                    $"Picture {i} is {picture.Width}x{picture.Height} with {picture.Rgba.Length} bytes; give sides of 1 to {PictureCheck.MaxSide} and four bytes a pixel.", nameof(pictures));
            }
        }

        _pictures = [.. pictures];
        _groups = [.. _pictures.Chunk(GroupLength).Select((p, i) => new JudgeGroup(i * GroupLength, p, _options))];
        _outputs = new JudgeOutputs(pictures.Count, _options.Colours, _groups.Sum(g => g.CropCount));
    }

    /// <inheritdoc/>
    public string Operation => "picture.judge";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_pictures.Count}:{_pictures[0].Width}x{_pictures[0].Height}:{_options.Colours}:{_options.Aspects.Count}");

    /// <summary>Pixels of all pictures.</summary>
    public long Size => _pictures.Sum(p => (long)p.Width * p.Height);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var run = new JudgeRun(scope, _groups, _options, _outputs, _plans);
        foreach (var group in _groups)
        {
            run.Judge(group);
        }
    }

    /// <summary>What was found, picture by picture, when the work has been executed.</summary>
    public IReadOnlyList<PictureQuality> Results()
    {
        var results = new List<PictureQuality>(_pictures.Count);
        var crops = 0;
        foreach (var group in _groups)
        {
            for (var i = 0; i < group.Pictures.Count; i++)
            {
                results.Add(_outputs.Quality(group.First + i, group.Shapes[i], group.Plans[i], ref crops));
            }
        }

        return results;
    }
}
