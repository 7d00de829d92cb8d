namespace Gpu.Kernels.Judging;

/// <summary>The square root of integers, rounded down.</summary>
internal interface IIntegerRoot
{
    static abstract ulong Of(ulong value);
}
