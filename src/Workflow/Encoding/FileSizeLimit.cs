namespace Gpu.Workflow.Encoding;

/// <summary>Writes to files that may pass the largest size allowed.</summary>
internal static class FileSizeLimit
{
    // errno of Linux.
    private const int FileTooBig = 27;

    /// <summary>Writes; a file that would become too large is an <see cref="IOException"/> as on a full disk.</summary>
    public static async ValueTask WriteAsync(Func<ValueTask> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (ArgumentOutOfRangeException)
        {
            // So .NET calls EFBIG, though no argument is wrong.
            throw new IOException("File too large", FileTooBig);
        }
    }
}
