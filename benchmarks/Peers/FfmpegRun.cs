using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Gpu.Benchmarks.Comparing;

namespace Gpu.Benchmarks.Peers;

/// <summary>One whole run of ffmpeg.</summary>
/// <param name="Wall">Seconds from its start to its end.</param>
/// <param name="Processor">Its CPU seconds, as its own -benchmark says.</param>
internal sealed partial record FfmpegRun(double Wall, double Processor)
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments, with -benchmark.</param>
    /// <param name="input">A file that comes through a pipe to its standard input; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<FfmpegRun> ToEndAsync(IReadOnlyList<string> arguments, string? input, CancellationToken cancellationToken)
    {
        // cat keeps the pipe full without taking time from this process, and is what "through a pipe" means to anybody.
        IEnumerable<string> command = input is null ? arguments : ["-c", "cat \"$0\" | exec ffmpeg \"$@\"", input, .. arguments];
        var start = new ProcessStartInfo(input is null ? "ffmpeg" : "sh", command) { RedirectStandardError = true, RedirectStandardOutput = true };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new ContenderError("ffmpeg did not start.");
        try
        {
            // It says its times on one or the other, as its version has it.
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false) + await output.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            var wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            if (process.ExitCode != 0)
            {
                throw new ContenderError($"ffmpeg ended with {process.ExitCode}: {errors}");
            }

            var times = Times().Match(errors);
            return new FfmpegRun(wall, times.Success ? Seconds(times.Groups[1]) + Seconds(times.Groups[2]) : double.NaN);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static double Seconds(Group group) => double.Parse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"utime=([\d.]+)s stime=([\d.]+)s")]
    private static partial Regex Times();
}
