using System.Diagnostics;

namespace Gpu.EndToEnd.Support;

/// <summary>Programs of others, as references. A missing one fails the test.</summary>
internal static class Tool
{
    public static async Task<byte[]> RunAsync(string program, params string[] arguments) => (await BothAsync(program, arguments)).Output;

    /// <summary>What it says on standard error.</summary>
    public static async Task<string> ErrorsAsync(string program, params string[] arguments) => (await BothAsync(program, arguments)).Errors;

    private static async Task<(byte[] Output, string Errors)> BothAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var bytes = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return (bytes.ToArray(), await errors);
    }
}
