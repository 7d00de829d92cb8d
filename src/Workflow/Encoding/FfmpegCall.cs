namespace Gpu.Workflow.Encoding;

/// <summary>Runs ffmpeg to its end. When the call returns the process has ended, however that came about.</summary>
internal static class FfmpegCall
{
    /// <summary>Runs it without input.</summary>
    /// <param name="program">Which ffmpeg.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>What it ended with, what it wrote, and the last lines that it said.</returns>
    /// <exception cref="Runtime.LibraryNotAvailableError">It cannot be started.</exception>
    public static async Task<FfmpegOutcome> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = FfmpegProcess.Start(program, arguments, readsOutput: true);
        try
        {
            process.StandardInput.Close();
            var said = new LastLines();
            var listening = said.ReadAsync(process.StandardError);
            using var output = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            await listening.ConfigureAwait(false);
            return new FfmpegOutcome(process.ExitCode, output.ToArray(), said.ToString());
        }
        finally
        {
            await FfmpegProcess.EndAsync(process).ConfigureAwait(false);
        }
    }
}

/// <summary>What a run of ffmpeg came to.</summary>
/// <param name="Code">What it ended with.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Said">The last lines of its standard error.</param>
internal sealed record FfmpegOutcome(int Code, ReadOnlyMemory<byte> Output, string Said);
