namespace Gpu.Workflow.Sound.Voices;

/// <summary>A voice could not say a text.</summary>
/// <param name="message">Which voice, what happened, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class VoiceError(string message, Exception? inner = null) : Runtime.OptimizationError(message, inner);
