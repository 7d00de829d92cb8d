namespace Gpu.Runtime.Optimizers;

/// <summary>A part's state as the manager reports it.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="State">Its state.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why it is in that state, where that is not obvious.</param>
/// <param name="Details">What the part says of itself; empty where it does not run.</param>
public sealed record OptimizerReport(string Name, OptimizerState State, DateTimeOffset Since, string? Reason, IReadOnlyDictionary<string, string> Details);
