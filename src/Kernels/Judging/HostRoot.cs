namespace Gpu.Kernels.Judging;

/// <summary>By the processor's root of doubles, brought to the integer: what the host runs.</summary>
internal readonly struct HostRoot : IIntegerRoot
{
    public static ulong Of(ulong value)
    {
        var root = (ulong)Math.Sqrt(value);
        while (root * root > value)
        {
            root--;
        }

        while ((root + 1) * (root + 1) <= value)
        {
            root++;
        }

        return root;
    }
}
