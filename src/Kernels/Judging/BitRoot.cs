namespace Gpu.Kernels.Judging;

/// <summary>Bit by bit: what devices run.</summary>
internal readonly struct BitRoot : IIntegerRoot
{
    public static ulong Of(ulong value)
    {
        ulong root = 0, rest = value;
        for (var bit = 1UL << 62; bit != 0; bit >>= 2)
        {
            var step = root + bit;
            root >>= 1;
            if (rest >= step)
            {
                rest -= step;
                root += bit;
            }
        }

        return root;
    }
}
