using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Encoding;

/// <summary>Writes a video from frames. Disposed before <see cref="CompleteAsync"/>, it stops and leaves an unfinished file.</summary>
internal interface IVideoWriter : IFrameSink, IAsyncDisposable
{
    /// <summary>Ends the video after its last frame: when the task completes, the file is whole.</summary>
    /// <param name="cancellationToken">Stops the wait, and the writer.</param>
    /// <exception cref="EncodingError">It could not be ended, or the frames are not as many as announced.</exception>
    Task CompleteAsync(CancellationToken cancellationToken = default);
}
