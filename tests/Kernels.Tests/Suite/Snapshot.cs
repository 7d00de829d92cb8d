namespace Gpu.Kernels.Tests.Suite;

/// <summary>Texts kept in the repository, beside the tests, so that a change in them is seen by whoever reviews it.</summary>
internal static class Snapshot
{
    private const string UpdateVariable = "GPU_UPDATE_SNAPSHOTS";

    public static string Folder { get; } = FindFolder();

    public static void Check(string name, string actual)
    {
        var file = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(
            File.Exists(file),
            $"There is no snapshot of {name} yet. Run the tests once with {UpdateVariable}=1 and commit Suite/Snapshots/{name}.txt:\n{actual}");
        Assert.True(
            File.ReadAllText(file) == actual,
            $"The kernel {name} is not what it was. If that is meant, run the tests once with {UpdateVariable}=1 and commit Suite/Snapshots/{name}.txt.\n"
            + $"Before:\n{File.ReadAllText(file)}Now:\n{actual}");
    }

    // The tests run below their own project's folder, whose place in the file system is nothing to compile in.
    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "Suite", "Snapshots");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"No folder Suite/Snapshots above {AppContext.BaseDirectory}: run the tests from the repository.");
    }
}
