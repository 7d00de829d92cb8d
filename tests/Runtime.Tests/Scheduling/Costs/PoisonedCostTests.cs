using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Scheduling.Costs;
using Gpu.Runtime.Tests.Scheduling.Simulation;

namespace Gpu.Runtime.Tests.Scheduling.Costs;

/// <summary>Estimates that are wrong by far: the work is done in about the time that it takes without them.</summary>
public class PoisonedCostTests
{
    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1, 1000)]
    [InlineData(0.001, 1)]
    [InlineData(1000, 1000)]
    public void Two_equal_devices_share_work_although_the_model_says_otherwise(double first, double second)
    {
        var costs = new CostModel();
        costs.Restore("op", "a", 1000, 10_000, 0.01 * first, 0);
        costs.Restore("op", "b", 1000, 10_000, 0.01 * second, 0);
        var world = new SimWorld(new CoreOptions { QueueLimit = 10_000 }, new Random(1), costs);
        world.Add("a", false, static core => new SimDevice(core));
        world.Add("b", false, static core => new SimDevice(core));
        for (var i = 0; i < 1000; i++)
        {
            world.Submit(new SimWork("op", 10_000, 1));
        }

        world.Run();
        Assert.All(world.Check.Outcomes, static o => Assert.Equal(RequestOutcome.Completed, o.Outcome));

        // 10 ms each, half of them on each device.
        Assert.InRange(world.Check.LastEnd / (double)TimeSpan.TicksPerSecond, 4.9, 5.5);
    }
}
