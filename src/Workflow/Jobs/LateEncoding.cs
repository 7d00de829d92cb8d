using Gpu.Workflow.Encoding;
using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Jobs;

/// <summary>
/// An encoding that starts with its first frame: until then pictures are prepared, and the sound, which the encoder reads
/// from its start on, is made beside that.
/// </summary>
internal sealed class LateEncoding(Func<CancellationToken, Task<IVideoEncoding>> start) : IFrameSink, IAsyncDisposable
{
    private IVideoEncoding? _encoding;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        _encoding ??= await start(cancellationToken).ConfigureAwait(false);
        await _encoding.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until the file is complete.</summary>
    public async Task<EncodingSummary> CompleteAsync(CancellationToken cancellationToken)
    {
        _encoding ??= await start(cancellationToken).ConfigureAwait(false);
        return await _encoding.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _encoding?.DisposeAsync() ?? ValueTask.CompletedTask;
}
