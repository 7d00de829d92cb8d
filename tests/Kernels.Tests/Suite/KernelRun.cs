using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>One launch: an operation with its arguments, and its grid.</summary>
internal readonly record struct PixelRun<TOperation>(TOperation Operation, int Width, int Height)
    where TOperation : struct, IPixelOperation;

/// <summary>One launch: an operation with its arguments, and the number of its items.</summary>
internal readonly record struct ItemRun<TOperation>(TOperation Operation, int Items)
    where TOperation : struct, IItemOperation;
