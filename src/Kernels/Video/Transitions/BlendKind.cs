namespace Gpu.Kernels.Video.Transitions;

/// <summary>On what the share of the second picture depends.</summary>
internal enum BlendKind
{
    /// <summary>The first picture alone.</summary>
    None,

    /// <summary>One share everywhere.</summary>
    Constant,

    /// <summary>Shares of both, over a colour.</summary>
    Dip,

    /// <summary>The place along a direction.</summary>
    Line,

    /// <summary>The distance from the middle.</summary>
    Circle,

    /// <summary>The direction from the middle.</summary>
    Angle,

    /// <summary>Noise.</summary>
    Noise,
}
