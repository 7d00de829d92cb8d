namespace Gpu.Benchmarks.Roofline;

/// <summary>What a launch at its standard shape asks of a GPU.</summary>
/// <param name="Threads">Threads of the grid.</param>
/// <param name="Bytes">Bytes that must move between memory and chip: each view once for being read, once for being written.</param>
/// <param name="Instructions">Issue slots of a thread, on average.</param>
/// <param name="Longest">Instructions of the longest thread seen.</param>
/// <param name="LongestLoads">Its loads.</param>
/// <param name="Loads">Loads of a thread, on average.</param>
/// <param name="Stores">Stores of a thread, on average.</param>
/// <param name="Sectors">Sectors of 32 bytes that a warp's access touches, on average; 32 threads that read 4 bytes each beside each other touch 4.</param>
internal sealed record KernelProfile(long Threads, long Bytes, double Instructions, double Longest, double LongestLoads, double Loads, double Stores, double Sectors);
