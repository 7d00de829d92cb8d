namespace Gpu.Kernels.Judging;

/// <summary>The square root of integers, rounded down.</summary>
internal interface IIntegerRoot
{
    /// <param name="value">Below 2^62.</param>
    static abstract ulong Of(ulong value);
}
