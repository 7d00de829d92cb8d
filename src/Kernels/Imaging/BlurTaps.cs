namespace Gpu.Kernels.Imaging;

/// <summary>
/// The taps of a symmetric sum, in pairs: for each two lines that are added, and for each pair of taps its weights in one
/// dword. An odd tap is joined by one of nothing.
/// </summary>
internal readonly unsafe struct BlurTaps
{
    private readonly int _taps;

    public BlurTaps(byte* memory, int* weights, int radius)
    {
        (_taps, Pairs) = (radius + 1, (radius + 2) / 2);
        Lines = (ushort**)memory;
        Weights = (int*)(Lines + (4 * Pairs));
        for (var pair = 0; pair < Pairs; pair++)
        {
            Weights[pair] = weights[2 * pair] | ((2 * pair) + 1 < _taps ? weights[(2 * pair) + 1] << 16 : 0);
        }
    }

    /// <summary>Bytes that taps take.</summary>
    public static int Bytes(int radius) => HostScratch.Aligned(((radius + 2) / 2 * 4 * sizeof(ushort*)) + ((radius + 2) / 2 * sizeof(int)));

    public int Pairs { get; }

    /// <summary>Four a pair: the two of the first tap, the two of the second.</summary>
    public ushort** Lines { get; }

    public int* Weights { get; }

    public void Set(int tap, ushort* a, ushort* b)
    {
        Lines[2 * tap] = a;
        Lines[(2 * tap) + 1] = b;
    }

    /// <summary>Fills the tap that joins an odd one.</summary>
    public void Close(ushort* nothing)
    {
        if (_taps < 2 * Pairs)
        {
            Set(_taps, nothing, nothing);
        }
    }
}
