namespace Gpu.Benchmarks;

/// <summary>The repository in which this runs.</summary>
internal static class Repository
{
    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gpu.sln")))
            {
                return Path.Combine(folder.FullName, file);
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Gpu.sln: run this from the repository.");
    }
}
