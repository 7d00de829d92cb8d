using Gpu.Runtime;

namespace Gpu.Workflow.Extraction;

/// <summary>Why a page, or a thing that it refers to, cannot be used.</summary>
public enum PageErrorKind
{
    /// <summary>No such file or host, or a status such as 404.</summary>
    NotFound,

    /// <summary>No answer, an answer too slow, a redirect loop, a status such as 500.</summary>
    Unreachable,

    /// <summary>The address is private or of a scheme that is not fetched.</summary>
    Refused,

    /// <summary>Too large.</summary>
    TooLarge,

    /// <summary>Not HTML, or not a picture.</summary>
    WrongType,

    /// <summary>Nothing to show: no text, no picture.</summary>
    Empty,
}

/// <summary>A page, or a thing that it refers to, cannot be used.</summary>
/// <param name="kind">Why.</param>
/// <param name="message">What, why, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class PageError(PageErrorKind kind, string message, Exception? inner = null) : OptimizationError(message, inner)
{
    /// <summary>Why.</summary>
    public PageErrorKind Kind { get; } = kind;
}
