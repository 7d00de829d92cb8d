namespace Gpu.Runtime.Scheduling.Core;

/// <summary>What the core has decided and others are to do: they take it out after each event.</summary>
internal sealed class Outbox
{
    /// <summary>Requests that are over.</summary>
    public List<Ending> Endings { get; } = [];

    /// <summary>Devices that are to come for work.</summary>
    public List<CoreDevice> Calls { get; } = [];

    /// <summary>Devices whose accelerator is to be created anew.</summary>
    public List<CoreDevice> Reopenings { get; } = [];

    /// <summary>Whether the processor is to be opened.</summary>
    public bool OpenFallback { get; set; }

    /// <summary>Devices whose state has changed.</summary>
    public List<CoreDevice> Changes { get; } = [];

    /// <summary>What to tell the observers.</summary>
    public List<object> Events { get; } = [];

    public bool IsEmpty => Endings.Count == 0 && Calls.Count == 0 && Reopenings.Count == 0 && !OpenFallback && Changes.Count == 0 && Events.Count == 0;

    public void Clear()
    {
        Endings.Clear();
        Calls.Clear();
        Reopenings.Clear();
        Changes.Clear();
        Events.Clear();
        OpenFallback = false;
    }
}

/// <summary>The end of a request.</summary>
/// <param name="Item">The request.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Error">The error for its caller; null where it completed or was cancelled.</param>
/// <param name="At">When.</param>
internal readonly record struct Ending(WorkItem Item, RequestOutcome Outcome, Exception? Error, long At);
