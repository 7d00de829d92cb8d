using System.Diagnostics;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// Runs the outside references: Python with numpy, Pillow and OpenCV, and ffmpeg. Binary in, binary out; one that is
/// missing or fails fails the test.
/// </summary>
internal static class Reference
{
    /// <summary>Runs a Python script with Debian's interpreter, whose packages are the references.</summary>
    /// <param name="script">The script's text; it reads <c>sys.stdin.buffer</c> and writes <c>sys.stdout.buffer</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="arguments">In <c>sys.argv[1:]</c>.</param>
    public static Task<byte[]> PythonAsync(string script, ReadOnlyMemory<byte> input, params IEnumerable<string> arguments) =>
        RunAsync("/usr/bin/python3", ["-c", script, .. arguments], input);

    /// <summary>Runs ffmpeg, quietly; give <c>-i -</c> for standard input and end with <c>-</c> for standard output.</summary>
    public static Task<byte[]> FfmpegAsync(ReadOnlyMemory<byte> input, params IEnumerable<string> arguments) =>
        RunAsync("ffmpeg", ["-hide_banner", "-loglevel", "error", .. arguments], input);

    /// <summary>Runs a program and returns its standard output.</summary>
    /// <exception cref="InvalidOperationException">It is missing, or ended with an error; the message has what it wrote.</exception>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"The reference {program} is not installed: ./eng/test installs it.", exception);
        }

        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading all of its input; its exit code and messages below say why.
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await process.WaitForExitAsync(cancellation);
        await reading;
        var messages = await errors;
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new InvalidOperationException($"{program} ended with code {process.ExitCode}: {messages}");
    }
}
