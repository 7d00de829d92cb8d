using System.Globalization;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Films on many devices. Frames neither share launches nor are divided: whole ones spread over devices, as far ahead of the
/// one that is being written as a rendering goes (two for each device). The second table of docs/scheduler.md.
/// </summary>
public class FramePlanTests
{
    private const int Frames = 450;
    private const long FrameSize = 3_000;

    [Theory]
    [InlineData(8, 1, "equal", 4, 0, 0.55)]
    [InlineData(8, 1, "equal", 16, 0.9, 1)]
    [InlineData(8, 8, "equal", 16, 0.95, 1)]
    [InlineData(8, 8, "mixed", 16, 0.95, 1)]
    [InlineData(8, 1, "mixed", 16, 0.8, 1)]
    [InlineData(64, 8, "mixed", 64, 0.9, 1)]
    public void Films_keep_devices_busy(int devices, int films, string kind, int ahead, double least, double most)
    {
        var random = new Random(devices + films);
        var world = new SimWorld(new CoreOptions { QueueLimit = 100_000, HangTimeout = 100 * TimeSpan.TicksPerSecond }, random);
        var speeds = Enumerable.Range(0, devices).Select(i => kind == "equal" ? 1e6 : 1e6 * ClusterPlanTests.Mixes[i % ClusterPlanTests.Mixes.Length]).ToArray();
        foreach (var (speed, i) in speeds.Select(static (s, i) => (s, i)))
        {
            world.Add($"gpu:{i}", false, core => new SimDevice(core) { Speed = speed, Launch = 20e-6, Noise = 0.1 });
        }

        var all = Enumerable.Range(0, films).Select(_ => new Film(world, ahead)).ToDictionary(static f => f.Work);
        world.Check.Over = item => all[(SimWork)item.Work].End(item);
        foreach (var film in all.Values)
        {
            film.Begin();
        }

        world.Over = () => world.Check.Ended == films * Frames;
        world.Run();
        Assert.All(world.Check.Outcomes, static o => Assert.Equal(RequestOutcome.Completed, o.Outcome));
        Assert.All(all.Values, static f => Assert.Equal(Frames, f.Written));
        var busy = films * Frames * FrameSize / speeds.Sum() / (world.Check.LastEnd / (double)TimeSpan.TicksPerSecond);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {devices} | {kind} | {films} | {ahead} | {100 * busy:0} % |"));
        Assert.InRange(busy, least, most);
    }

    // Frames are written in order, and so many are under way or wait to be written.
    private sealed class Film(SimWorld world, int ahead)
    {
        private readonly Dictionary<WorkItem, int> _numbers = [];
        private readonly bool[] _done = new bool[Frames];
        private int _next;

        public SimWork Work { get; } = new("frame.compose", FrameSize, 1);

        public int Written { get; private set; }

        public void Begin()
        {
            while (_next < Math.Min(Frames, Written + ahead))
            {
                _numbers.Add(world.Submit(Work), _next++);
            }
        }

        public void End(WorkItem item)
        {
            _done[_numbers[item]] = true;
            while (Written < Frames && _done[Written])
            {
                Written++;
            }

            // The writer hands the buffer back a moment later.
            world.At(world.Now + 100, Begin);
        }
    }
}
