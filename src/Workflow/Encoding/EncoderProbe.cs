namespace Gpu.Workflow.Encoding;

/// <summary>
/// Proves that an encoder works: a few moving frames go through it as the frames of an ad do, and what a decoder makes of the
/// file is compared with them. That ffmpeg knows an encoder says nothing; that a driver is there says little.
/// </summary>
/// <param name="options">Which ffmpeg.</param>
/// <param name="time">The clock of the limit.</param>
internal sealed class EncoderProbe(FfmpegOptions options, TimeProvider time)
{
    private const int Width = 320;
    private const int Height = 192;
    private const int Frames = 12;

    // Mean difference of a sample. A good encoder at this quality stays below 2; one that mixes up planes or range is above 10.
    private const double MostDifference = 5;

    /// <summary>The longest that a probe may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries one encoder.</summary>
    public async Task<EncoderReport> TryAsync(H264Encoder encoder, CancellationToken cancellationToken)
    {
        var why = await WhyNotAsync(encoder, cancellationToken).ConfigureAwait(false);
        return new EncoderReport(encoder, encoder.Codec(), why is null, why);
    }

    private async Task<string?> WhyNotAsync(H264Encoder encoder, CancellationToken cancellationToken)
    {
        var codecs = await FfmpegCodecs.ReadAsync(options.Program, cancellationToken).ConfigureAwait(false);
        if (!codecs.Contains(encoder.Codec()))
        {
            return $"This ffmpeg was built without {encoder.Codec()}.";
        }

        if (encoder == H264Encoder.Vaapi && Mp4Arguments.RenderNode() is null)
        {
            return "There is no device /dev/dri/renderD*.";
        }

        var folder = Directory.CreateTempSubdirectory("gpu-probe-");
        using var late = new CancellationTokenSource(Limit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await CompareAsync(encoder, Path.Combine(folder.FullName, "probe.mp4"), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return $"It did not encode {Frames} frames within {Limit.TotalSeconds:0.#} seconds.";
        }
        catch (EncodingError e)
        {
            return Telling(e.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string?> CompareAsync(H264Encoder encoder, string path, CancellationToken cancellationToken)
    {
        var encoding = new EncodingOptions(Width, Height, 25, "veryfast", 18) { Encoder = encoder };
        var frames = Enumerable.Range(0, Frames).Select(Draw).ToArray();
        var process = FfmpegProcess.Start(options.Program, Mp4Arguments.Build(encoding, options.Threads, path));
        await using (var file = new PipeEncoding(process, encoding, new EncodingSummary("", options.Threads), time))
        {
            foreach (var frame in frames)
            {
                await file.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
            }

            await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        var decoded = await FfmpegCall.RunAsync(options.Program, ["-v", "error", "-i", FrameInput.Url(path), "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"], cancellationToken).ConfigureAwait(false);
        var size = encoding.FrameBytes();
        if (decoded.Code != 0 || decoded.Output.Length != size * Frames)
        {
            return $"Of {Frames} frames {decoded.Output.Length / (double)size:0.#} could be decoded.";
        }

        var worst = frames.Select((frame, i) => Difference(frame, decoded.Output.Span.Slice(i * size, size))).Max();
        return worst <= MostDifference ? null : $"Its pictures are not those that went in: they differ by {worst:0.#} levels of 255.";
    }

    // Gradients in all planes with a bright block that moves: its place tells frames apart.
    private static byte[] Draw(int index)
    {
        var frame = new byte[Width * Height * 3 / 2];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                frame[(y * Width) + x] = (byte)(x / 24 == index && y is > 60 and < 120 ? 230 : 40 + (x / 4) + (y / 4));
            }
        }

        var chroma = frame.AsSpan(Width * Height);
        for (var i = 0; i < chroma.Length; i++)
        {
            chroma[i] = (byte)(i < chroma.Length / 2 ? 90 + (i % (Width / 2) / 4) : 170 - (i % (Width / 2) / 4));
        }

        return frame;
    }

    private static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return (double)sum / a.Length;
    }

    // The first line that a component said is the cause; the rest is what followed from it.
    private static string Telling(string message)
    {
        var lines = message.Split('\n');
        var line = lines.FirstOrDefault(static l => l.StartsWith('[')) ?? lines[^1];
        var cause = line.StartsWith('[') && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;
        return cause.EndsWith('.') ? cause : $"{cause}.";
    }
}
