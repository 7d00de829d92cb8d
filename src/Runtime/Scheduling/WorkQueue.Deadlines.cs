namespace Gpu.Runtime.Scheduling;

internal sealed partial class WorkQueue
{
    // What a timer takes; a deadline further off is looked at again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    /// <summary>Fails running work whose deadline came before it had truly started.</summary>
    /// <returns>Whether it did.</returns>
    public bool FailLate(WorkItem item)
    {
        if (!IsDue(item))
        {
            return false;
        }

        End(item);
        Refuse(item, Late(item));
        return true;
    }

    private bool IsDue(WorkItem item) => item.Options.Deadline is { } deadline && deadline <= _time.GetUtcNow();

    private void AddDeadline(WorkItem item)
    {
        if (item.Options.Deadline is { } deadline)
        {
            _deadlines.Add(item);
            if (_deadlines.Nearest == deadline)
            {
                SetTimer(deadline);
            }
        }
    }

    private void SetTimer(DateTimeOffset deadline)
    {
        // Up to whole milliseconds, which is what timers count in: a timer that rings early finds nothing due.
        var wait = Math.Ceiling((deadline - _time.GetUtcNow()).TotalMilliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait, 0, LongestWait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    // Runs on the timer: work fails at its deadline even where every device is busy with something long.
    private void FailDue()
    {
        List<WorkItem> due = [];
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            while (_deadlines.First is { } item && item.Options.Deadline <= now)
            {
                Leave(item, WorkState.Ended);
                due.Add(item);
            }

            if (_deadlines.Nearest is { } next)
            {
                SetTimer(next);
            }
        }

        foreach (var item in due)
        {
            Refuse(item, Late(item));
        }
    }

    private DeadlineExceededError Late(WorkItem item) => new(
        $"{item.Operation} had not started at its deadline, {item.Options.Deadline:O}, after {_time.GetElapsedTime(item.Submitted).TotalSeconds:0.###} s in the queue. Allow more time, or ask for less at once.");
}
