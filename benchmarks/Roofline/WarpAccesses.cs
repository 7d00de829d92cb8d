using Gpu.Benchmarks.Ptx;

namespace Gpu.Benchmarks.Roofline;

/// <summary>What the threads of a warp touch with one access: the same instruction, the same time round.</summary>
internal sealed class WarpAccesses(int instructions, int watched)
{
    private const int SectorBits = 5;
    private readonly int[] _times = new int[instructions];
    private readonly Dictionary<(int Instruction, int Time), HashSet<long>> _warp = [];
    private readonly HashSet<(int View, bool Stores)> _touched = [];
    private long _accesses;
    private long _sectors;

    /// <summary>Sectors of 32 bytes that an access of a warp touches, on average.</summary>
    public double SectorsAnAccess => _accesses == 0 ? 0 : (double)_sectors / _accesses;

    /// <summary>Notes an access.</summary>
    public void Add(int instruction, int view, long offset, int bytes, bool stores)
    {
        _touched.Add((view, stores));
        var time = _times[instruction]++;
        if (time >= watched)
        {
            return;
        }

        if (!_warp.TryGetValue((instruction, time), out var sectors))
        {
            _warp.Add((instruction, time), sectors = []);
        }

        // Views begin at a sector of their own: allocations do.
        for (var sector = offset >> SectorBits; sector <= (offset + bytes - 1) >> SectorBits; sector++)
        {
            sectors.Add(((long)view << 56) | sector);
        }
    }

    /// <summary>The next thread begins.</summary>
    public void NextThread() => Array.Clear(_times);

    /// <summary>The warp has ended.</summary>
    public void EndWarp()
    {
        _accesses += _warp.Count;
        _sectors += _warp.Values.Sum(s => s.Count);
        _warp.Clear();
    }

    /// <summary>The bytes of the views, once where they are read and once where they are written; of views of one memory the longest.</summary>
    public long Bytes(IReadOnlyList<PtxView> views) =>
        _touched.GroupBy(t => (views[t.View].Address, t.Stores)).Sum(g => g.Max(t => views[t.View].Bytes));
}
