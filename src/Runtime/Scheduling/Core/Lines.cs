namespace Gpu.Runtime.Scheduling.Core;

/// <summary>A line for each priority. Waiting weighs as much as priority, so nothing starves within them.</summary>
/// <param name="ageing">The waiting, in ticks, that weighs as much as one priority.</param>
internal sealed class Lines<TLinked>(long ageing)
    where TLinked : struct, ILinked
{
    private readonly WorkLine<TLinked> _low = new();
    private readonly WorkLine<TLinked> _normal = new();
    private readonly WorkLine<TLinked> _high = new();

    public int Count => _low.Count + _normal.Count + _high.Count;

    public WorkLine<TLinked> this[WorkPriority priority] => priority switch
    {
        WorkPriority.Low => _low,
        WorkPriority.High => _high,
        _ => _normal,
    };

    /// <summary>Whose turn is next. The first of each line is its oldest, and waiting adds the same to all: comparing the firsts compares everything.</summary>
    public WorkItem? Best() => Better(Better(_high.First, _normal.First), _low.First);

    /// <summary>The one of two whose turn is sooner; the first where they are equal.</summary>
    public WorkItem? Better(WorkItem? first, WorkItem? second) =>
        second is null || (first is not null && Rank(first) <= Rank(second)) ? first : second;

    // Being a priority higher is worth having come that much earlier.
    private long Rank(WorkItem item) => item.Submitted - ((long)item.Options.Priority * ageing);
}
