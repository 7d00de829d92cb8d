using Gpu.Runtime.Caching;
using Gpu.Runtime.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gpu.Runtime.Tests.Caching;

public sealed class FolderStoreTests : StoreTests
{
    private const int ExpiryLength = 8;
    private readonly string _folder = Directory.CreateTempSubdirectory("gpu-cache").FullName;

    private IEnumerable<string> Files => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories);

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override CacheOptions Options() => new() { Folder = _folder };

    private protected override async Task ChangeAsync(Func<byte[], byte[]> change)
    {
        foreach (var file in Files.ToArray())
        {
            var bytes = await File.ReadAllBytesAsync(file, Token);
            await File.WriteAllBytesAsync(file, [.. bytes[..ExpiryLength], .. change(bytes[ExpiryLength..])], Token);
        }
    }

    [Fact]
    public async Task The_folder_stays_below_its_limit_and_loses_the_least_lately_used()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cache = new ResultCache(new CacheOptions { Folder = _folder, FolderBytes = 1 << 20, MemoryBytes = 0 }, null, time);
        for (var i = 0; i < 12; i++)
        {
            time.Advance(TimeSpan.FromMinutes(2));
            await FilmAsync(i);
            File.SetLastWriteTimeUtc(PathOf(i), time.GetUtcNow().UtcDateTime);
            time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(CacheSource.Store, (await FilmAsync(0)).Source);
            Assert.InRange(Files.Sum(static f => new FileInfo(f).Length), 1, 1 << 20);
        }

        Assert.True(File.Exists(PathOf(11)));
        Assert.False(File.Exists(PathOf(1)));

        ValueTask<Cached<byte[]>> FilmAsync(int i) => cache.GetOrCreateAsync(Results.Key($"{i}"), Results.Bytes, TimeSpan.FromDays(1), _ => Task.FromResult(Results.Noise(200_000, i)), Token);
        string PathOf(int i) => Files.FirstOrDefault(f => f.EndsWith(Results.Key($"{i}").Inputs, StringComparison.Ordinal)) ?? "gone";
    }

    [Fact]
    public async Task Results_end_with_their_time()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using (var earlier = new ResultCache(Options(), null, time))
        {
            await earlier.TextAsync("a");
        }

        time.Advance(Results.Hour + TimeSpan.FromSeconds(1));
        await using var later = new ResultCache(Options(), null, time);
        Assert.Equal(CacheSource.Computed, (await later.TextAsync("a")).Source);
    }

    [Fact]
    public async Task Nobody_else_may_look_into_it_and_nothing_is_left_beside_the_results()
    {
        var folder = Path.Combine(_folder, "made", "here");
        await using var cache = new ResultCache(new CacheOptions { Folder = folder });
        await cache.TextAsync("a");
        Assert.Single(Files);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(folder).UnixFileMode);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_swept_and_what_another_holds_or_keeps_beside_it_is_not()
    {
        string values = Path.Combine(_folder, "gpu", "v1"), leases = Path.Combine(_folder, FolderLease.FolderName);
        Directory.CreateDirectory(values);
        Directory.CreateDirectory(leases);
        string[] left = [Path.Combine(values, $"a{FolderSpace.Unfinished}"), Path.Combine(leases, "b")];
        string[] held = [Path.Combine(values, $"c{FolderSpace.Unfinished}"), Path.Combine(leases, "d")];
        var beside = Path.Combine(_folder, "costs.json");
        foreach (var file in (string[])[.. left, .. held, beside])
        {
            await File.WriteAllTextAsync(file, "left", Token);
        }

        await using var cache = new ResultCache(Options());
        using (File.Open(held[0], FileMode.Open, FileAccess.Write, FileShare.Delete))
        using (File.Open(held[1], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await cache.TextAsync("a");
            Assert.DoesNotContain(left, File.Exists);
            Assert.All(held, static f => Assert.True(File.Exists(f)));
        }

        await cache.ClearAsync(Token);
        Assert.True(File.Exists(beside));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_costs_the_cache_only()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", Token);
        await using var cache = new ResultCache(new CacheOptions { Folder = Path.Combine(file, "within") });
        Assert.Equal(CacheSource.Computed, (await cache.TextAsync("a")).Source);
        Assert.Equal(CacheSource.Memory, (await cache.TextAsync("a")).Source);
        Assert.False(cache.GetStatistics().StoreAvailable);
        Assert.InRange(cache.GetStatistics().StoreErrors, 1, 5);
    }
}
