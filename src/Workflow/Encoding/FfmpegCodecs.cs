using System.Collections.Concurrent;

namespace Gpu.Workflow.Encoding;

/// <summary>Asks an ffmpeg which encoders it was built with, once.</summary>
internal static class FfmpegCodecs
{
    private static readonly ConcurrentDictionary<string, IReadOnlySet<string>> Known = new(StringComparer.Ordinal);

    /// <summary>The names of its encoders, such as <c>libx264</c>.</summary>
    /// <exception cref="Runtime.LibraryNotAvailableError">There is no such program.</exception>
    public static async Task<IReadOnlySet<string>> ReadAsync(string program, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(program, out var known))
        {
            return known;
        }

        var outcome = await FfmpegCall.RunAsync(program, ["-hide_banner", "-encoders"], cancellationToken).ConfigureAwait(false);
        return Known[program] = Parse(System.Text.Encoding.UTF8.GetString(outcome.Output.Span));
    }

    /// <summary>From lines such as " V....D libx264   libx264 H.264 (codec h264)".</summary>
    internal static IReadOnlySet<string> Parse(string said) => said
        .Split('\n')
        .Select(static line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
        .Where(static words => words is [{ Length: 6 }, not "=", ..])
        .Select(static words => words[1])
        .ToHashSet(StringComparer.Ordinal);
}
