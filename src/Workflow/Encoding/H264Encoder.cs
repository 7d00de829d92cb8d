namespace Gpu.Workflow.Encoding;

/// <summary>What encodes the H.264 of an MP4. No frame depends on it: an encoder changes what a player shows of them.</summary>
public enum H264Encoder
{
    /// <summary>The first of the hardware's encoders that is proven to work here, else x264.</summary>
    Auto,

    /// <summary>x264, on the processor: there everywhere, and the best picture for the size.</summary>
    X264,

    /// <summary>NVIDIA's NVENC.</summary>
    Nvenc,

    /// <summary>Intel's Quick Sync Video.</summary>
    Qsv,

    /// <summary>The video hardware of Linux's DRM devices, through VA-API.</summary>
    Vaapi,

    /// <summary>AMD's AMF.</summary>
    Amf,
}

/// <summary>What ffmpeg calls encoders, and how it is told to use them.</summary>
internal static class H264Encoders
{
    /// <summary>Those of the hardware, in the order in which they are tried.</summary>
    public static IReadOnlyList<H264Encoder> Hardware { get; } = [H264Encoder.Nvenc, H264Encoder.Qsv, H264Encoder.Amf, H264Encoder.Vaapi];

    /// <summary>The name within ffmpeg.</summary>
    public static string Codec(this H264Encoder encoder) => encoder switch
    {
        H264Encoder.Nvenc => "h264_nvenc",
        H264Encoder.Qsv => "h264_qsv",
        H264Encoder.Vaapi => "h264_vaapi",
        H264Encoder.Amf => "h264_amf",
        _ => "libx264",
    };

    /// <summary>The name for people, as <c>--encoder</c> takes it.</summary>
    public static string Word(this H264Encoder encoder) => encoder.ToString().ToLowerInvariant();
}
