namespace Gpu.Runtime.Optimizers;

/// <summary>A part and the state that the manager knows of it.</summary>
internal sealed class ManagedPart(IOptimizer optimizer, TimeProvider time)
{
    private readonly Lock _gate = new();
    private (OptimizerState State, DateTimeOffset Since, string? Reason) _now = (OptimizerState.Registered, time.GetUtcNow(), null);

    public IOptimizer Optimizer => optimizer;

    public string Name { get; } = optimizer.Name;

    public OptimizerState State
    {
        get
        {
            lock (_gate)
            {
                return _now.State;
            }
        }
    }

    public void Become(OptimizerState state, string? reason = null)
    {
        lock (_gate)
        {
            _now = (state, time.GetUtcNow(), reason);
        }
    }

    public OptimizerReport Report()
    {
        // A part may lose what it needs after it has started, a device for one.
        if (State == OptimizerState.Ready && !optimizer.IsAvailable)
        {
            Become(OptimizerState.Failed, "it is no longer available");
        }

        lock (_gate)
        {
            var details = _now.State is OptimizerState.Ready or OptimizerState.Failed ? optimizer.GetStatus() : new Dictionary<string, string>();
            return new OptimizerReport(Name, _now.State, _now.Since, _now.Reason, details);
        }
    }
}
