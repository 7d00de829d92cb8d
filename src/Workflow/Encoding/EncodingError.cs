using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>The video could not be written.</summary>
/// <param name="message">What failed, with the encoder's own last words, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class EncodingError(string message, Exception? inner = null) : OptimizationError(message, inner);
