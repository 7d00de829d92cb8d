namespace Gpu.Workflow.Jobs;

/// <summary>
/// The hidden folder that a run writes in, within the folder of its results. A lock in it, which the system releases when
/// the process dies, however it dies, tells a run in progress from what a dead one left.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    public const string Name = ".gpu-run";
    private const string LockName = "lock";
    private const int Attempts = 50;
    private readonly FileStream _lock;

    private RunFolder(string path, FileStream hold)
    {
        Path = path;
        _lock = hold;
    }

    public string Path { get; }

    /// <summary>Makes the folder within <paramref name="parent"/>, which exists.</summary>
    /// <exception cref="OutputError">Another run holds it, or it cannot be written.</exception>
    public static RunFolder Create(string parent)
    {
        var path = System.IO.Path.Combine(parent, Name);
        for (var attempt = 1; ; attempt++)
        {
            Sweep(parent);
            try
            {
                if (TryHold(path) is { } hold)
                {
                    return new RunFolder(path, hold);
                }
            }
            catch (Exception e) when (OutputError.IsCause(e))
            {
                if (IsHeld(path))
                {
                    throw new OutputError(OutputErrorKind.Busy, $"Another run writes to {parent} at this moment. Wait for its end, or choose another place with -o.", e);
                }

                // Another run's sweep may have taken the folder away while it had no holder yet.
                if (attempt == Attempts)
                {
                    throw OutputError.From(e, parent);
                }
            }
        }
    }

    // Null where what was locked is not what stands at the path now: a lock comes a moment after its file, and in between
    // another run may have swept the file away.
    private static FileStream? TryHold(string path)
    {
        var name = System.IO.Path.Combine(path, LockName);
        Directory.CreateDirectory(path);
        // FileShare.None is an flock: whoever comes second fails.
        var hold = new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            // The holder's mark is the file's time, in whole seconds: it can be read without opening what is locked.
            var mark = DateTime.UnixEpoch.AddSeconds(Random.Shared.Next());
            File.SetLastWriteTimeUtc(hold.SafeFileHandle, mark);
            if (File.GetLastWriteTimeUtc(name) == mark)
            {
                return hold;
            }
        }
        catch
        {
            hold.Dispose();
            throw;
        }

        hold.Dispose();
        return null;
    }

    /// <summary>Deletes what a dead run left within <paramref name="parent"/>, and nothing of a live one's.</summary>
    /// <returns>Whether there was something.</returns>
    public static bool Sweep(string parent)
    {
        var path = System.IO.Path.Combine(parent, Name);
        var hold = System.IO.Path.Combine(path, LockName);
        // A link is nothing of ours, and following it would delete elsewhere.
        if (!File.Exists(hold) || new DirectoryInfo(path).LinkTarget is not null)
        {
            return false;
        }

        try
        {
            // Deleted while it is held, so that no other run can take hold of it in between.
            using var held = new FileStream(hold, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            // Held by a live run, or not ours to delete: both are right to leave.
            return false;
        }
    }

    /// <summary>Gives the lock back and deletes the folder with what is in it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            // The next start sweeps it; an error of the run itself must not be hidden by this one.
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var held = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            return File.Exists(System.IO.Path.Combine(path, LockName)) && e is IOException;
        }
    }
}
