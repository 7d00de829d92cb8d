using System.Collections.Concurrent;

namespace Gpu.Workflow.Encoding;

/// <summary>Asks an ffmpeg for its version, once.</summary>
internal static class FfmpegVersion
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The version, such as <c>ffmpeg 5.1.9</c>.</summary>
    /// <exception cref="Runtime.LibraryNotAvailableError">There is no such program.</exception>
    public static async Task<string> ReadAsync(string program, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(program, out var known))
        {
            return known;
        }

        var outcome = await FfmpegCall.RunAsync(program, ["-version"], cancellationToken).ConfigureAwait(false);
        return Known[program] = Parse(System.Text.Encoding.UTF8.GetString(outcome.Output.Span));
    }

    /// <summary>From "ffmpeg version 5.1.9-0+deb12u1 Copyright (c) …" to "ffmpeg 5.1.9-0+deb12u1".</summary>
    internal static string Parse(string said)
    {
        var words = said.Split(' ', 4);
        return words is [var name, "version", var version, ..] ? $"{name} {version}" : "ffmpeg of unknown version";
    }
}
