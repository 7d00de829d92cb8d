namespace Gpu.Runtime;

/// <summary>The root of all errors that this project raises on purpose. The message names the value and what to do.</summary>
public class OptimizationError : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What went wrong, with the value, and what to do about it.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public OptimizationError(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the same may succeed a moment later, so that it is worth a repetition. Overload never is.</summary>
    public virtual bool IsTransient => false;
}

/// <summary>A library or program that is needed is missing or does not work on this machine.</summary>
/// <param name="message">Which, and how to get it.</param>
/// <param name="inner">The cause, where there is one.</param>
public class LibraryNotAvailableError(string message, Exception? inner = null) : OptimizationError(message, inner);

/// <summary>A setting has a value that cannot be used.</summary>
/// <param name="message">The setting, its value and its bound.</param>
/// <param name="inner">The cause, where there is one.</param>
public class ConfigurationError(string message, Exception? inner = null) : OptimizationError(message, inner);

/// <summary>No device of the kind that was asked for can be used on this machine.</summary>
/// <param name="message">Which kind, what was found, and what to do.</param>
public sealed class DeviceNotAvailableError(string message) : LibraryNotAvailableError(message);
