namespace Gpu.Workflow.Encoding;

/// <summary>Says why ffmpeg failed.</summary>
internal static class EncodingFailure
{
    // What .NET makes of an end by SIGXFSZ (25), with which the system stops a file at its largest size.
    private const int FileSizeExceeded = 128 + 25;

    /// <summary>The error of a run of ffmpeg.</summary>
    /// <param name="code">What it ended with; null where it was stopped.</param>
    /// <param name="said">Its last lines.</param>
    /// <param name="when">How far it came, such as <c>after 3 frames</c>.</param>
    /// <param name="cause">What was noticed here; null for nothing.</param>
    public static EncodingError Of(int? code, string said, string when, Exception? cause = null)
    {
        var tail = said.Length == 0 ? "It said nothing." : $"Its last lines:\n{said}";
        return code == FileSizeExceeded || said.Contains("No space left on device", StringComparison.Ordinal) || said.Contains("File too large", StringComparison.Ordinal)
            ? new EncodingError(EncodingErrorKind.NoSpace, $"The disk is full, or the file would pass the largest size allowed: the video could not be written {when}. Free space, or write elsewhere. {tail}", cause)
            : new EncodingError(EncodingErrorKind.Failed, $"ffmpeg {(code is { } c ? $"ended with code {c}" : "took no more frames")} {when}. {tail}", cause);
    }
}
