using Gpu.Runtime;

namespace Gpu.Workflow.Jobs;

/// <summary>Why results cannot be written.</summary>
public enum OutputErrorKind
{
    /// <summary>There are results already, and they may not be replaced.</summary>
    Exists,

    /// <summary>Another run writes there.</summary>
    Busy,

    /// <summary>The system does not allow it, or there is no such place.</summary>
    NotWritable,

    /// <summary>The disk is full, or the file would pass the largest size allowed.</summary>
    NoSpace,

    /// <summary>The reader of a stream went away.</summary>
    Closed,
}

/// <summary>Results cannot be written.</summary>
/// <param name="kind">Why.</param>
/// <param name="message">Where, why, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class OutputError(OutputErrorKind kind, string message, Exception? inner = null) : OptimizationError(message, inner)
{
    // errno of Linux, which .NET hands on as HResult where it has no exception of its own for it.
    private const int FileTooBig = 27;
    private const int NoSpaceLeft = 28;
    private const int BrokenPipe = 32;
    private const int QuotaExceeded = 122;

    /// <summary>Why.</summary>
    public OutputErrorKind Kind { get; } = kind;

    /// <summary>Whether the system refused to read or write.</summary>
    internal static bool IsCause(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>Whether the system has no room for what was to be written.</summary>
    internal static bool IsNoSpace(Exception e) => e.HResult is FileTooBig or NoSpaceLeft or QuotaExceeded;

    /// <summary>Says in our words what the system said.</summary>
    internal static OutputError From(Exception e, string path) => e.HResult switch
    {
        _ when IsNoSpace(e) => new(OutputErrorKind.NoSpace, $"There is no space left to write {path}: {e.Message.TrimEnd('.')}. Make room, or choose another place with -o.", e),
        BrokenPipe => new(OutputErrorKind.Closed, $"The reader of {path} went away before the end.", e),
        _ => new(OutputErrorKind.NotWritable, $"{path} cannot be written: {e.Message.TrimEnd('.')}. Choose another place with -o.", e),
    };
}
