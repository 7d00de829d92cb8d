using Gpu.Benchmarks.Roofline;

namespace Gpu.Benchmarks.Tests;

public sealed class RooflineTests
{
    private static readonly GpuCard Card = new("test", 100, 10, 1, "");

    [Fact]
    public void The_page_is_that_of_the_kernels_as_they_are() =>
        Assert.True(
            File.ReadAllText(Repository.PathOf(RooflineCommand.Page)) == RooflineCommand.Make(),
            $"{RooflineCommand.Page} is out of date. Make it anew with: dotnet run -c Release --project benchmarks -- roofline");

    [Fact]
    public void A_launch_that_moves_much_and_computes_little_is_bound_by_memory()
    {
        var bounds = Card.Of(new KernelProfile(1_000_000, 100_000_000, 2, 2, 1, 1, 1, 4));
        Assert.Equal("memory", bounds.Name);
        Assert.Equal(1000, bounds.Time, 1e-9);
        Assert.Equal(1, bounds.TiledGain(new KernelProfile(1_000_000, 100_000_000, 2, 2, 1, 1, 1, 4)));
    }

    [Fact]
    public void Threads_that_read_rows_of_their_own_gain_by_tiles()
    {
        var profile = new KernelProfile(1_000_000, 1000, 10, 10, 4, 4, 0, 32);
        Assert.Equal("cache", Card.Of(profile).Name);
        Assert.InRange(Card.Of(profile).TiledGain(profile), 4, 8);
    }

    [Fact]
    public void A_lone_thread_is_bound_by_its_own_length()
    {
        var bounds = Card.Of(new KernelProfile(1, 1000, 100_000, 100_000, 0, 0, 0, 1));
        Assert.Equal(Bounds.OneThread, bounds.Name);
        Assert.True(bounds.SharedGain > 100);
    }
}
