using System.Diagnostics;

namespace Gpu.Workflow.Jobs;

/// <summary>Measures what each stage and step of a run takes.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<string, double> _seconds = [];
    private string? _current;
    private Activity? _activity;
    private long _since;

    /// <summary>The activity of the run, of which those of the steps are children; null where nobody listens.</summary>
    public Activity? Run { get; set; }

    /// <summary>Ends the step before and begins another. Its activity is the current one in the caller, where that calls directly and not through an async method.</summary>
    public void Begin(string step)
    {
        End();
        _current = step;
        _since = time.GetTimestamp();
        _activity = WorkflowActivities.Source.StartActivity(step, ActivityKind.Internal, Run?.Context ?? default);
    }

    /// <summary>Ends the step in progress.</summary>
    public void End()
    {
        if (_current is not null)
        {
            _seconds[_current] = _seconds.GetValueOrDefault(_current) + Round(time.GetElapsedTime(_since));
            _current = null;
            _activity?.Dispose();
            _activity = null;
        }
    }

    /// <summary>What was measured, with the whole as <c>total</c>.</summary>
    public IReadOnlyDictionary<string, double> Seconds =>
        new Dictionary<string, double>(_seconds) { ["total"] = Round(time.GetElapsedTime(_started)) };

    // Tenths of a millisecond: more digits would only be noise.
    private static double Round(TimeSpan span) => Math.Round(span.TotalSeconds, 4);
}
