namespace Gpu.Benchmarks.Comparing;

/// <summary>A contender within this process.</summary>
/// <param name="name">Its name.</param>
/// <param name="make">Makes the call that is timed, and its data.</param>
internal sealed class Call(string name, Func<OwnedCall> make) : IContender
{
    private OwnedCall? _call;

    public string Name => name;

    public Task<double> TurnAsync(CancellationToken cancellationToken)
    {
        if (_call is null)
        {
            _call = make();
            Timing.WarmUp(_call.Run);
        }

        return Task.FromResult(Timing.Median(_call.Run));
    }

    public ValueTask DisposeAsync()
    {
        _call?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A call with what it owns.</summary>
/// <param name="Run">The call.</param>
/// <param name="Owned">What is disposed after it, in this order.</param>
internal sealed record OwnedCall(Action Run, params IDisposable[] Owned) : IDisposable
{
    public void Dispose()
    {
        foreach (var owned in Owned)
        {
            owned.Dispose();
        }
    }
}
