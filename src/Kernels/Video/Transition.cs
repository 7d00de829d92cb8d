namespace Gpu.Kernels.Video;

/// <summary>
/// How one picture gives way to the next. With P the share of the first still to go (1 - mix), W and H the frame's size and
/// S(t) = t² (3 - 2t) for t clamped to 0..1, the share of the second at the luma pixel X, Y is given beside each; the
/// formulas are those of ffmpeg's libavfilter/vf_xfade.c, where they are named the same. Chroma takes the share at its own
/// site (2x, 2y + 0.5), so that colours do not lag behind edges.
/// </summary>
/// <remarks>
/// Other than ffmpeg's on purpose: edges of wipes and seams of slides are antialiased and move by parts of a pixel, as the
/// sliding and zooming pictures do (ffmpeg moves by whole pixels and repeats its nearest); the noise of dissolve is an
/// integer hash without the stripes of sin; black and white are those of limited range in each plane.
/// </remarks>
public enum Transition
{
    /// <summary>Crossfade: 1 - P.</summary>
    Fade,

    /// <summary>Through black, K: P (A u + K (1 - u)) + (1 - P)(K v + B (1 - v)), u = S((P - 0.8)/0.2), v = S((P - 0.2)/0.8).</summary>
    FadeBlack,

    /// <summary>Through white, likewise.</summary>
    FadeWhite,

    /// <summary>Each pixel changes at a moment of its own: 1 where its noise (0 to 1) is under 1 - P, a chroma sample as its four pixels together.</summary>
    Dissolve,

    /// <summary>The edge moves left, from the right: 1 where X + 1 - W P is over 1, between 0 and 1 on the edge.</summary>
    WipeLeft,

    /// <summary>The edge moves right.</summary>
    WipeRight,

    /// <summary>The edge moves up, from the bottom.</summary>
    WipeUp,

    /// <summary>The edge moves down.</summary>
    WipeDown,

    /// <summary>A soft edge as wide as the frame moves left: S(1 + X/W - 2P).</summary>
    SmoothLeft,

    /// <summary>A soft edge moves right: S(1 + (W - 1 - X)/W - 2P).</summary>
    SmoothRight,

    /// <summary>A soft edge moves up: S(1 + Y/H - 2P).</summary>
    SmoothUp,

    /// <summary>A soft edge moves down: S(1 + (H - 1 - Y)/H - 2P).</summary>
    SmoothDown,

    /// <summary>The second picture pushes the first out to the left.</summary>
    SlideLeft,

    /// <summary>The second picture pushes the first out to the right.</summary>
    SlideRight,

    /// <summary>The second picture pushes the first out at the top.</summary>
    SlideUp,

    /// <summary>The second picture pushes the first out at the bottom.</summary>
    SlideDown,

    /// <summary>A soft circle opens: 1 - S(r + 3(P - 0.5)), r the distance from the middle over that of a corner.</summary>
    CircleOpen,

    /// <summary>A soft circle closes: S(r + 3(0.5 - P)).</summary>
    CircleClose,

    /// <summary>A soft hand goes round: S(atan2(X - W/2, Y - H/2) - 2.5 π (P - 0.5)).</summary>
    Radial,

    /// <summary>The first picture comes nearer, by 1/S(2P - 1), and fades: 1 - S(2P).</summary>
    ZoomIn,

    /// <summary>Squares grow and shrink while the pictures fade: of min(W, H)/10 ceil(50 min(P, 1 - P))/50 pixels.</summary>
    Pixelize,

    /// <summary>Both pictures blur along their rows while they fade: the mean of 1 + W min(P, 1 - P) pixels around X (ffmpeg: from X on, which moves the picture to the left).</summary>
    HorizontalBlur,

    /// <summary>
    /// Both pictures blur both ways while they fade: the mean of a square of 2r + 1 pixels, r = min(W, H) min(P, 1 - P)/8,
    /// twice. ffmpeg has none; this is what its hblur is to a row. Edges are reflected.
    /// </summary>
    Blur,
}
