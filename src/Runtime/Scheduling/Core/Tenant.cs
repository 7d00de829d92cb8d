namespace Gpu.Runtime.Scheduling.Core;

/// <summary>One on whose behalf work is done, with what waits of it.</summary>
internal sealed class Tenant(string name, double weight, long ageing)
{
    public string Name { get; } = name;

    /// <summary>Its share against the others'.</summary>
    public double Weight { get; } = weight;

    /// <summary>What waits for its turn.</summary>
    public Lines<ByTurn> Waiting { get; } = new(ageing);

    /// <summary>All that it has in the queue, by priority: also what waits for company, or for its next attempt.</summary>
    public int[] Queued { get; } = new int[3];

    /// <summary>Device seconds that it has used, divided by its weight: the least is served next.</summary>
    public double Used { get; set; }

    /// <summary>Requests in the queue or on a device.</summary>
    public int Active { get; set; }

    /// <summary><see cref="Used"/> as it would be after what the plan in the making gives it.</summary>
    public double Planned { get; set; }

    /// <summary>How far the plan in the making has come in each line.</summary>
    public WorkItem?[] Cursors { get; } = new WorkItem?[3];
}
