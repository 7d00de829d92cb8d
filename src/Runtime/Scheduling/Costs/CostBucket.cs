namespace Gpu.Runtime.Scheduling.Costs;

/// <summary>The samples of one operation on one device of about one size.</summary>
internal sealed class CostBucket
{
    /// <summary>Samples from which a mean is trusted.</summary>
    public const int TrustedFrom = 10;

    /// <summary>StarPU's rule and factor: what is off by more is a miss, and a model with more misses than hits is thrown away.</summary>
    public const double Off = 1.5;

    // From here on old samples fade: a machine's speed changes with its other load.
    private const int Memory = 32;

    private const int LeastMisses = 3;
    private int _hits;
    private int _misses;
    private bool _isRestored;

    public int Count { get; private set; }

    public double Size { get; private set; }

    public double Run { get; private set; }

    public double Transfer { get; private set; }

    public bool IsTrusted => Count >= TrustedFrom;

    /// <summary>A bucket as it was saved: not trusted before a sample of this process agrees.</summary>
    public static CostBucket Restore(int count, double size, double run, double transfer) =>
        new() { Count = Math.Min(count, TrustedFrom - 1), Size = size, Run = run, Transfer = transfer, _isRestored = true };

    /// <summary>Takes a sample in.</summary>
    public void Learn(double size, double run, double transfer)
    {
        if (Count > 0)
        {
            var ratio = run / (Run * (size / Size));
            if (ratio is > Off or < 1 / Off)
            {
                // The machine of the file was another, or the file is wrong: its word is worth less than one look.
                Count = _isRestored ? 0 : Count;
                _misses++;
            }
            else
            {
                _hits++;
            }

            if (_misses > _hits && _misses >= LeastMisses)
            {
                (Count, _hits, _misses) = (0, 0, 0);
            }
            else if (_hits + _misses > 2 * Memory)
            {
                (_hits, _misses) = (_hits / 2, _misses / 2);
            }
        }

        _isRestored = false;
        Count = Math.Min(Count + 1, Memory);
        var share = 1.0 / Count;
        Size += (size - Size) * share;
        Run += (run - Run) * share;
        Transfer += (transfer - Transfer) * share;
    }
}
