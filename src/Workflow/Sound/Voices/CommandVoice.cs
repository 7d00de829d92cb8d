using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>A voice that is a program: text in, WAVE out.</summary>
internal sealed class CommandVoice(IReadOnlyList<string> command, TimeSpan timeout, TimeProvider time) : IVoice
{
    /// <summary>Its name in storyboards.</summary>
    public const string Kind = "command";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Task<bool> SpeaksAsync(string language, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public async Task<Speech> SpeakAsync(string text, string language, int wordsPerMinute, CancellationToken cancellationToken)
    {
        using var process = Start(language, wordsPerMinute);
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var said = new LastLines();
        try
        {
            var listening = said.ReadAsync(process.StandardError);
            using var sound = new MemoryStream();
            var reading = CopyAsync(process.StandardOutput.BaseStream, sound, either.Token);
            await WriteAsync(process, text, either.Token).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            await listening.ConfigureAwait(false);
            return process.ExitCode == 0
                ? new Speech(WaveFile.Read(sound.GetBuffer().AsSpan(0, (int)sound.Length), $"The voice command \"{command[0]}\""), [], [])
                : throw new VoiceError($"The voice command \"{command[0]}\" ended with code {process.ExitCode}. Its last lines:\n{said}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new VoiceError($"The voice command \"{command[0]}\" took more than {timeout.TotalSeconds} s for a line of {text.Length} characters.");
        }
        finally
        {
            await FfmpegProcess.EndAsync(process).ConfigureAwait(false);
        }
    }

    private Process Start(string language, int wordsPerMinute)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument
                .Replace("{language}", language, StringComparison.Ordinal)
                .Replace("{rate}", wordsPerMinute.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            return process;
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new LibraryNotAvailableError($"The voice command \"{command[0]}\" cannot be started: {e.Message}. Name a program that is in PATH, or its path.", e);
        }
    }

    private static async Task WriteAsync(Process process, string text, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text + "\n"), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want to read it all; whether that was an error its exit code says.
        }
    }

    private async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            to.Write(buffer, 0, read);
            if (to.Length > HttpVoice.LargestSound)
            {
                throw new VoiceError($"The voice command \"{command[0]}\" gave more than {HttpVoice.LargestSound} bytes for a line.");
            }
        }
    }
}
