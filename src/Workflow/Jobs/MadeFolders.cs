namespace Gpu.Workflow.Jobs;

/// <summary>Folders that this run made, to be taken away again, as far as they are empty, when it comes to nothing.</summary>
internal sealed class MadeFolders : IDisposable
{
    private readonly Stack<string> _made = new();

    private MadeFolders()
    {
    }

    /// <summary>Makes a folder and those above it that are missing.</summary>
    /// <exception cref="OutputError">One cannot be made.</exception>
    public static MadeFolders Make(string path)
    {
        var folders = new MadeFolders();
        try
        {
            folders.Add(path);
            return folders;
        }
        catch
        {
            folders.Dispose();
            throw;
        }
    }

    public void Add(string path)
    {
        try
        {
            var missing = new Stack<string>();
            for (var folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            {
                missing.Push(folder);
            }

            foreach (var folder in missing)
            {
                Directory.CreateDirectory(folder);
                _made.Push(folder);
            }
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            throw OutputError.From(e, path);
        }
    }

    /// <summary>Leaves the folder made last to another.</summary>
    public void Forget(string path)
    {
        if (_made.TryPeek(out var last) && last == Path.GetFullPath(path))
        {
            _made.Pop();
        }
    }

    public void Dispose()
    {
        while (_made.TryPop(out var folder))
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (Exception e) when (OutputError.IsCause(e))
            {
                // Somebody put something there: it stays, and so do the folders above it.
                return;
            }
        }
    }
}
