using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>A device of the simulation: how fast it truly is, and what goes wrong with it.</summary>
internal sealed class SimDevice(CoreDevice core)
{
    public CoreDevice Core => core;

    /// <summary>Units of work a second.</summary>
    public double Speed { get; init; } = 1e6;

    /// <summary>Seconds of each launch, whatever its size.</summary>
    public double Launch { get; init; } = 50e-6;

    /// <summary>Bytes, so to say, of a batch that it has room for.</summary>
    public long Room { get; init; } = long.MaxValue;

    public double Noise { get; init; } = 0.1;

    public double FailureChance { get; init; }

    public double HangChance { get; init; }

    public double LateChance { get; init; }

    public double LossChance { get; init; }

    public double SlowChance { get; init; }

    public double CanaryFailureChance { get; init; }

    /// <summary>Whether its next batch takes it along.</summary>
    public bool LostNow { get; set; }

    /// <summary>How long a batch takes.</summary>
    public double Seconds(Batch batch, Random random)
    {
        var seconds = Launch + (batch.Size / Speed);
        seconds *= 1 + (Noise * ((2 * random.NextDouble()) - 1));
        return random.NextDouble() < SlowChance ? 100 * seconds : seconds;
    }
}
