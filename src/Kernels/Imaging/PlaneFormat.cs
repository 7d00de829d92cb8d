namespace Gpu.Kernels.Imaging;

/// <summary>How a 4:2:0 Y'CbCr picture is stored and what its numbers mean. Chroma is left-sited, as H.264 has it unless told otherwise.</summary>
/// <param name="Layout">The order of the planes.</param>
/// <param name="Matrix">The weights of red, green and blue.</param>
/// <param name="Range">Which of the 256 values are used.</param>
public readonly record struct PlaneFormat(PlaneLayout Layout, ColourMatrix Matrix, ColourRange Range)
{
    /// <summary>I420, BT.709, limited: what this library's frames are, and what players take HD video for.</summary>
    public static PlaneFormat Video => new(PlaneLayout.I420, ColourMatrix.Bt709, ColourRange.Limited);
}

/// <summary>The order of the planes of a 4:2:0 picture. Both take as many bytes.</summary>
public enum PlaneLayout
{
    /// <summary>Y, then Cb, then Cr.</summary>
    I420,

    /// <summary>Y, then Cb and Cr in turns.</summary>
    Nv12,
}

/// <summary>The weights of red, green and blue in Y'.</summary>
public enum ColourMatrix
{
    /// <summary>ITU-R BT.601: .299, .587, .114; JPEG and video in standard definition.</summary>
    Bt601,

    /// <summary>ITU-R BT.709: .2126, .7152, .0722; video in high definition.</summary>
    Bt709,
}

/// <summary>Which values a sample takes.</summary>
public enum ColourRange
{
    /// <summary>Y' 16 to 235, chroma 16 to 240 about 128: video.</summary>
    Limited,

    /// <summary>Y' 0 to 255, chroma 1 to 255 about 128: JPEG.</summary>
    Full,
}
