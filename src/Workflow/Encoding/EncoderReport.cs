namespace Gpu.Workflow.Encoding;

/// <summary>Whether an encoder works on this machine.</summary>
/// <param name="Encoder">Which.</param>
/// <param name="Codec">What ffmpeg calls it.</param>
/// <param name="Works">Whether a few frames that it encoded came back as they went in.</param>
/// <param name="Reason">Why it does not; null where it does.</param>
public sealed record EncoderReport(H264Encoder Encoder, string Codec, bool Works, string? Reason);
