namespace Gpu.Workflow.Encoding;

/// <summary>
/// Writes a GIF: while frames come they are kept small on disk and their colours counted; at the end they are drawn with
/// the palette that suits all of them. Memory does not grow with the length.
/// </summary>
/// <param name="program">Which ffmpeg.</param>
/// <param name="first">The first pass, this object's from now on.</param>
/// <param name="frames">Where the first pass writes frames.</param>
/// <param name="palette">Where it writes the palette.</param>
/// <param name="path">The GIF.</param>
internal sealed class GifEncoding(string program, PipeEncoding first, string frames, string palette, string path) : IVideoEncoding
{
    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default) => first.WriteAsync(frame, cancellationToken);

    /// <inheritdoc/>
    public async Task<EncodingSummary> CompleteAsync(CancellationToken cancellationToken = default)
    {
        var summary = await first.CompleteAsync(cancellationToken).ConfigureAwait(false);
        var second = await FfmpegCall.RunAsync(program, AnimationArguments.Gif(frames, palette, path), cancellationToken).ConfigureAwait(false);
        return second.Code == 0 ? summary : throw EncodingFailure.Of(second.Code, second.Said, "while the GIF was drawn from its frames");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync().ConfigureAwait(false);
        File.Delete(frames);
        File.Delete(palette);
    }
}
