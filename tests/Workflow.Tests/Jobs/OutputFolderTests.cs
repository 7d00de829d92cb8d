using Gpu.Workflow.Jobs;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_commit_not_even_the_folders_are_left()
    {
        using (var output = OutputFolder.New(_folder["a", "b", "out"], "coffee"))
        {
            File.WriteAllText(output.Temporary("ad.mp4"), "half");
        }

        Assert.Empty(_folder.Contents);
    }

    [Fact]
    public void Results_become_visible_at_commit_only()
    {
        using (var output = OutputFolder.New(_folder["out"], "coffee"))
        {
            File.WriteAllText(output.Temporary("ad.mp4"), "whole");
            Assert.False(File.Exists(_folder["out", "coffee", "ad.mp4"]));
            output.Commit(["ad.mp4"]);
        }

        Assert.Equal(["out", "out/coffee", "out/coffee/ad.mp4"], _folder.Contents);
    }

    [Fact]
    public void Each_new_folder_takes_the_next_free_name()
    {
        using var first = OutputFolder.New(_folder.Path, "coffee");
        using var second = OutputFolder.New(_folder.Path, "coffee");
        using var third = OutputFolder.New(_folder.Path, "coffee");

        Assert.Equal([_folder["coffee"], _folder["coffee-2"], _folder["coffee-3"]], new[] { first.Path, second.Path, third.Path });
    }

    [Fact]
    public async Task Runs_that_start_together_never_share_a_folder()
    {
        var folders = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => OutputFolder.New(_folder.Path, "coffee"))));

        Assert.Equal(32, folders.Select(static f => f.Path).Distinct().Count());
        Array.ForEach(folders, static f => f.Dispose());
        Assert.Empty(_folder.Contents);
    }

    [Theory]
    [InlineData("ad.mp4")]
    [InlineData("ad.y4m")]
    [InlineData("manifest.json")]
    public void Results_that_are_there_are_not_replaced_without_force(string name)
    {
        File.WriteAllText(_folder[name], "mine");

        var error = Assert.Throws<OutputError>(() => OutputFolder.Named(_folder.Path, force: false));

        Assert.Equal(OutputErrorKind.Exists, error.Kind);
        Assert.Contains(_folder[name], error.Message, StringComparison.Ordinal);
        Assert.Contains("--force", error.Message, StringComparison.Ordinal);
        Assert.Equal([name], _folder.Contents);
    }

    [Fact]
    public void A_forced_run_that_fails_leaves_the_earlier_results()
    {
        File.WriteAllText(_folder["ad.mp4"], "mine");
        using (var output = OutputFolder.Named(_folder.Path, force: true))
        {
            File.WriteAllText(output.Temporary("ad.mp4"), "half");
        }

        Assert.Equal("mine", File.ReadAllText(_folder["ad.mp4"]));
        Assert.Equal(["ad.mp4"], _folder.Contents);
    }

    [Fact]
    public void A_folder_in_which_another_run_writes_is_refused_and_left_alone()
    {
        using var running = OutputFolder.Named(_folder["ad"], force: false);
        File.WriteAllText(running.Temporary("ad.mp4"), "half");

        var error = Assert.Throws<OutputError>(() => OutputFolder.Named(_folder["ad"], force: true));
        using var other = OutputFolder.New(_folder.Path, "other");

        Assert.Equal(OutputErrorKind.Busy, error.Kind);
        Assert.True(File.Exists(running.Temporary("ad.mp4")));
    }

    [Fact]
    public void What_a_dead_run_left_is_swept_and_files_of_others_stay()
    {
        // As after SIGKILL: the lock's file is there, and nobody holds it.
        Directory.CreateDirectory(_folder["dead", ".gpu-run"]);
        File.WriteAllText(_folder["dead", ".gpu-run", "lock"], "");
        File.WriteAllText(_folder["dead", ".gpu-run", "ad.mp4"], "half");
        Directory.CreateDirectory(_folder["mixed", ".gpu-run"]);
        File.WriteAllText(_folder["mixed", ".gpu-run", "lock"], "");
        File.WriteAllText(_folder["mixed", "notes.txt"], "mine");
        Directory.CreateDirectory(_folder["foreign", ".gpu-run"]);
        File.WriteAllText(_folder["foreign", ".gpu-run", "data"], "no lock, not ours");

        OutputFolder.New(_folder.Path, "dead").Dispose();

        Assert.Equal(["foreign", "foreign/.gpu-run", "foreign/.gpu-run/data", "mixed", "mixed/notes.txt"], _folder.Contents);
    }

    [Fact]
    public void A_link_in_place_of_the_run_folder_is_not_followed()
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere", "lock"], "");
        Directory.CreateDirectory(_folder["out", "coffee"]);
        Directory.CreateSymbolicLink(_folder["out", "coffee", ".gpu-run"], _folder["elsewhere"]);

        OutputFolder.New(_folder["out"], "tea").Dispose();

        Assert.True(File.Exists(_folder["elsewhere", "lock"]));
    }

    [Fact]
    public void A_place_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_folder["file"], "");

        var error = Assert.Throws<OutputError>(() => OutputFolder.New(_folder["file", "out"], "coffee"));

        Assert.Equal(OutputErrorKind.NotWritable, error.Kind);
        Assert.Contains(_folder["file", "out"], error.Message, StringComparison.Ordinal);
        Assert.Equal(["file"], _folder.Contents);
    }
}
