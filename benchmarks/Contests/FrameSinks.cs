using Gpu.Workflow.Rendering;

namespace Gpu.Benchmarks.Contests;

/// <summary>Takes frames and forgets them.</summary>
internal sealed class NoSink : IFrameSink
{
    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}

/// <summary>Writes frames to a file, for the encoder that gets them alone.</summary>
internal sealed class FileSink(string path) : IFrameSink, IAsyncDisposable
{
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 0, FileOptions.Asynchronous);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default) => _file.WriteAsync(frame, cancellationToken);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
