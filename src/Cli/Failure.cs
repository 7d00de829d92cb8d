using Gpu.Runtime;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Storyboards;

namespace Gpu.Cli;

/// <summary>An error as the command tells it.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Message">For people.</param>
internal sealed record Failure(int Code, string Message)
{
    public static Failure From(Exception error) => error switch
    {
        PageError { Kind: PageErrorKind.Empty } => new(ExitCode.Empty, error.Message),
        PageError { Kind: PageErrorKind.Refused } => new(ExitCode.Refused, error.Message),
        PageError => new(ExitCode.Page, error.Message),
        OutputError => new(ExitCode.Output, error.Message),
        StoryboardError or UsageError or ConfigurationError => new(ExitCode.Usage, error.Message),
        DeviceNotAvailableError or DeviceFailedError => new(ExitCode.Device, error.Message),
        LibraryNotAvailableError => new(ExitCode.MissingProgram, error.Message),
        OptimizationError => new(ExitCode.Failed, error.Message),
        IOException or UnauthorizedAccessException => new(ExitCode.Output, error.Message),
        // Not foreseen: whoever reports it needs all of it.
        _ => new(ExitCode.Failed, $"Unexpected error, please report it: {error}"),
    };
}

/// <summary>What the user asked for cannot be done as asked.</summary>
/// <param name="message">The option, its value and what is accepted.</param>
/// <param name="inner">The cause, where there is one.</param>
internal sealed class UsageError(string message, Exception? inner = null) : OptimizationError(message, inner);
