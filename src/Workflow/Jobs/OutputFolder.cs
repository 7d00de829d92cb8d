namespace Gpu.Workflow.Jobs;

/// <summary>
/// The folder of a run's results. Files are written in a hidden folder within it and renamed at the end, the ad last: where
/// there is an ad, it is complete and all that belongs to it is there. Disposed without <see cref="Commit"/>, it leaves
/// nothing, not even the folders that it made.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly RunFolder _run;
    private readonly MadeFolders _made;
    private bool _committed;

    private OutputFolder(string path, RunFolder run, MadeFolders made)
    {
        Path = path;
        _run = run;
        _made = made;
    }

    /// <summary>As the user wrote it.</summary>
    public string Path { get; }

    /// <summary>Opens a folder that the user named.</summary>
    /// <exception cref="OutputError">It has results and <paramref name="force"/> is not given; it is in use; it cannot be written.</exception>
    public static OutputFolder Named(string path, bool force)
    {
        if (!force && ResultsIn(path).FirstOrDefault() is { } existing)
        {
            throw new OutputError(OutputErrorKind.Exists, $"{System.IO.Path.Combine(path, existing)} exists already. Replace the results with --force, or choose another folder with -o.");
        }

        return Shared(path);
    }

    /// <summary>Opens a folder, whatever is in it.</summary>
    /// <exception cref="OutputError">It is in use or cannot be written.</exception>
    public static OutputFolder Shared(string path)
    {
        var made = MadeFolders.Make(path);
        try
        {
            return new OutputFolder(path, RunFolder.Create(path), made);
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Makes a new folder in <paramref name="root"/>: the name, or the first of name-2, name-3, ... that is free.</summary>
    /// <exception cref="OutputError">It cannot be made.</exception>
    public static OutputFolder New(string root, string name)
    {
        var made = MadeFolders.Make(root);
        try
        {
            SweepAll(root);
            for (var n = 1; ; n++)
            {
                var path = System.IO.Path.Combine(root, n == 1 ? name : $"{name}-{n}");
                if (System.IO.Path.Exists(path))
                {
                    continue;
                }

                made.Add(path);
                try
                {
                    return new OutputFolder(path, RunFolder.Create(path), made);
                }
                catch (OutputError e) when (e.Kind == OutputErrorKind.Busy)
                {
                    // Another run took the name between the look and the lock.
                    made.Forget(path);
                }
            }
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>The folder that <see cref="New"/> made last of those that are there; null for none.</summary>
    public static string? Latest(string root, string name)
    {
        string? latest = null;
        for (var n = 1; ; n++)
        {
            var path = System.IO.Path.Combine(root, n == 1 ? name : $"{name}-{n}");
            if (!Directory.Exists(path))
            {
                return latest;
            }

            latest = path;
        }
    }

    /// <summary>Where to write a result until <see cref="Commit"/>.</summary>
    public string Temporary(string name) => System.IO.Path.Combine(_run.Path, name);

    /// <summary>Gives the results of an ad their names; the last becomes visible last. Those of an earlier run are deleted: they are of another run than the manifest beside them.</summary>
    /// <exception cref="OutputError">One cannot be written; those that are new are taken away again.</exception>
    public void CommitAd(IReadOnlyList<string> names) => Place(names, [.. ResultsIn(Path).Except(names, StringComparer.Ordinal)]);

    /// <summary>Gives files their names; the last becomes visible last.</summary>
    /// <exception cref="OutputError">One cannot be written; those that are new are taken away again.</exception>
    public void Commit(IReadOnlyList<string> names) => Place(names, []);

    private void Place(IReadOnlyList<string> names, IReadOnlyList<string> obsolete)
    {
        var added = new List<string>();
        try
        {
            foreach (var name in names)
            {
                using var file = File.OpenHandle(Temporary(name), FileMode.Open, FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(file);
            }

            foreach (var name in names)
            {
                var target = System.IO.Path.Combine(Path, name);
                var isNew = !File.Exists(target);
                File.Move(Temporary(name), target, overwrite: true);
                if (isNew)
                {
                    added.Add(target);
                }
            }

            foreach (var name in obsolete)
            {
                File.Delete(System.IO.Path.Combine(Path, name));
            }

            _committed = true;
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            added.ForEach(File.Delete);
            throw OutputError.From(e, Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        if (!_committed)
        {
            _made.Dispose();
        }
    }

    /// <summary>Deletes what dead runs left in the folders of a root.</summary>
    internal static void SweepAll(string root)
    {
        RunFolder.Sweep(root);
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (RunFolder.Sweep(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    private static string[] ResultsIn(string path)
    {
        try
        {
            return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Select(System.IO.Path.GetFileName).OfType<string>().Where(AdFiles.IsResult).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            throw OutputError.From(e, path);
        }
    }
}
