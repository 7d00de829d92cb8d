using System.Globalization;

namespace Gpu.Workflow.Encoding;

/// <summary>Tells one installation of a program from another without running it.</summary>
internal static class ProgramIdentity
{
    /// <summary>The program's path, size and time; null where it is not found.</summary>
    /// <param name="program">A path, or a name that is looked for in PATH.</param>
    public static string? Of(string program)
    {
        var folders = program.Contains(Path.DirectorySeparatorChar) ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var file = folders.Select(folder => new FileInfo(Path.Combine(folder, program))).FirstOrDefault(static f => f.Exists);
        // What stands in PATH is often a link; what matters is where it leads.
        file = file?.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return file is null ? null : Of(file);
    }

    /// <summary>A file's path, size and time.</summary>
    /// <param name="file">A file that is there.</param>
    public static string Of(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}");
}
