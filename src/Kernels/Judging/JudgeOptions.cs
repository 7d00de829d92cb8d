namespace Gpu.Kernels.Judging;

/// <summary>How pictures are judged.</summary>
public sealed record JudgeOptions
{
    /// <summary>How many dominant colours to look for.</summary>
    /// <value>5. From 1 to 8.</value>
    public int Colours { get; init; } = 5;

    /// <summary>The shapes for which to find the best crop.</summary>
    /// <value>16:9, 9:16 and 1:1. None to 8, each within 1:64 and 64:1.</value>
    public IReadOnlyList<CropAspect> Aspects { get; init; } = [new(16, 9), new(9, 16), new(1, 1)];

    /// <summary>What shows through transparent parts: 0xRRGGBB.</summary>
    /// <value>White.</value>
    public int Background { get; init; } = 0xFFFFFF;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is out of its bounds; the message names it, its value and the bounds.</exception>
    internal void Validate()
    {
        if (Colours is < 1 or > 8)
        {
            throw new ArgumentException($"{nameof(JudgeOptions)}.{nameof(Colours)} is {Colours}; give 1 to 8.");
        }

        if (Aspects is null || Aspects.Count > 8)
        {
            throw new ArgumentException($"{nameof(JudgeOptions)}.{nameof(Aspects)} has {Aspects?.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} shapes; give none to 8.");
        }

        foreach (var aspect in Aspects)
        {
            if (!(aspect is { Width: > 0, Height: > 0 } && aspect.Width / aspect.Height is >= 1.0 / 64 and <= 64))
            {
                throw new ArgumentException($"{nameof(JudgeOptions)}.{nameof(Aspects)} has {aspect.Width}:{aspect.Height}; give shapes from 1:64 to 64:1.");
            }
        }

        if (Background is < 0 or > 0xFFFFFF)
        {
            throw new ArgumentException($"{nameof(JudgeOptions)}.{nameof(Background)} is {Background}; give 0xRRGGBB.");
        }
    }
}
