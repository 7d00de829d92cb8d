using System.Diagnostics;

namespace Gpu.Workflow.Tests.Encoding;

/// <summary>Runs a program that tests need; a missing one fails the test.</summary>
internal static class Tool
{
    public static async Task<byte[]> RunAsync(string program, params string[] arguments) => (await BothAsync(program, arguments)).Output;

    /// <summary>What it says on standard error.</summary>
    public static async Task<string> ErrorsAsync(string program, params string[] arguments) => (await BothAsync(program, arguments)).Errors;

    private static async Task<(byte[] Output, string Errors)> BothAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await errors}");
        return (output.ToArray(), await errors);
    }

    public static async Task<string> TextAsync(string program, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(await RunAsync(program, arguments));
}
