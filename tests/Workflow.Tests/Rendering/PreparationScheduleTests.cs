using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Tests.Rendering;

public class PreparationScheduleTests
{
    [Fact]
    public async Task Things_are_made_ahead_and_only_few_live_at_once()
    {
        var (made, alive, most) = (0, 0, 0);
        var things = Enumerable.Range(0, 100).Select(i => new Prepared<Thing>(i * 10, (i * 10) + 14, _ =>
        {
            Interlocked.Increment(ref made);
            var now = Interlocked.Increment(ref alive);
            most = Math.Max(most, now);
            return Task.FromResult(new Thing(() => Interlocked.Decrement(ref alive)));
        })).ToList();
        var schedule = new PreparationSchedule(things, 15);
        for (var frame = 0; frame < 1000; frame++)
        {
            schedule.Begin(frame, TestContext.Current.CancellationToken);
            foreach (var thing in things.Where(t => t.First <= frame && frame < t.End))
            {
                Assert.False((await thing.Value).Disposed);
            }

            await schedule.EndAsync(frame);
        }

        await schedule.DisposeAsync();
        Assert.Equal((100, 0), (made, alive));
        Assert.InRange(most, 2, 5);
    }

    [Fact]
    public async Task What_fails_to_be_made_is_not_disposed_and_throws_nothing_then()
    {
        var thing = new Prepared<Thing>(0, 5, _ => throw new InvalidOperationException("no"));
        var schedule = new PreparationSchedule([thing], 1);
        schedule.Begin(0, TestContext.Current.CancellationToken);
        await schedule.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => thing.Value);
    }

    private sealed class Thing(Action ended) : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose()
        {
            Assert.False(Disposed);
            Disposed = true;
            ended();
        }
    }
}
