namespace Gpu.Runtime.Caching;

/// <summary>Keeps a folder below its limit. Several processes may use it at once; each looks at what is there, none trusts the others.</summary>
/// <param name="folder">The folder. Beside values it may hold what is not the cache's.</param>
/// <param name="limit">Bytes of all values.</param>
/// <param name="application">The folder of the values within it.</param>
internal sealed class FolderSpace(string folder, long limit, string application)
{
    public const string Unfinished = ".part";

    // Some more than asked for, so that not every writing has to look at every file.
    private const double Keep = 0.9;

    private readonly Lock _gate = new();
    private long _bytes = -1;

    public string Folder => folder;

    /// <summary>Makes room.</summary>
    /// <returns>False for more than the folder may ever hold.</returns>
    public bool Make(long bytes)
    {
        if (bytes > limit)
        {
            return false;
        }

        lock (_gate)
        {
            if (_bytes < 0)
            {
                Sweep();
                _bytes = Files().Sum(static f => f.Length);
            }

            if (_bytes + bytes > limit)
            {
                Trim((long)(Keep * limit) - bytes);
            }

            _bytes += bytes;
            return true;
        }
    }

    /// <summary>Has the next writing look at what is there.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _bytes = -1;
        }
    }

    /// <summary>The files of all values, and those that are being written.</summary>
    public IEnumerable<FileInfo> Files() => FilesOf(application);

    /// <summary>Makes a folder that only its owner can look into: what it holds was made of pages that only its owner may see.</summary>
    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes a folder within it.</summary>
    public string Within(string path)
    {
        // The mode is given to the last folder of a path only, so the outermost of ours comes first.
        CreatePrivate(folder);
        CreatePrivate(path);
        return path;
    }

    public static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone with its folder, or not ours: it is of no use in either case.
            return false;
        }
    }

    // What a killed process left: unfinished files and locks that nobody holds.
    private void Sweep()
    {
        foreach (var file in Files().Where(static f => f.Name.EndsWith(Unfinished, StringComparison.Ordinal)).Concat(FilesOf(FolderLease.FolderName)))
        {
            try
            {
                using var left = new FileStream(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                TryDelete(file.FullName);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process holds it, or it is gone already.
            }
        }
    }

    private IEnumerable<FileInfo> FilesOf(string name) => new DirectoryInfo(Path.Combine(folder, name)) is { Exists: true } within
        ? within.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
        : [];

    private void Trim(long target)
    {
        var files = Files().OrderBy(static f => f.LastWriteTimeUtc).ToList();
        _bytes = files.Sum(static f => f.Length);
        foreach (var file in files)
        {
            if (_bytes <= target)
            {
                return;
            }

            if (TryDelete(file.FullName))
            {
                _bytes -= file.Length;
            }
        }
    }
}
