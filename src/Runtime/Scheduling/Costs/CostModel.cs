namespace Gpu.Runtime.Scheduling.Costs;

/// <summary>
/// Predicts what a batch costs on a device, from what it has seen: keyed by operation and device, by size within. One
/// thread at a time uses it.
/// </summary>
internal sealed class CostModel
{
    /// <summary>Operations times devices at most; what comes beyond is not learned.</summary>
    public const int Limit = 10_000;

    // Longer than any batch may take, and shorter than the clock can measure.
    private const double Longest = 86_400;
    private readonly Dictionary<(string Operation, string Device), CostCurve> _curves = [];

    public IEnumerable<KeyValuePair<(string Operation, string Device), CostCurve>> Curves => _curves;

    /// <summary>Counts what was learned since the model was made.</summary>
    public long Samples { get; private set; }

    /// <summary>Takes a sample in, in seconds; one that cannot be is passed over.</summary>
    public void Learn(string operation, string device, double size, double run, double transfer, long now)
    {
        if (!IsPossible(run) || !IsPossible(transfer) || !double.IsFinite(size) || size < 0)
        {
            return;
        }

        if (Curve(operation, device) is { } curve)
        {
            curve.Learn(size, Math.Max(run, 1e-9), transfer, now);
            Samples++;
        }
    }

    public CostEstimate Predict(string operation, string device, double size) => Find(operation, device) is { } curve ? Bounded(curve.Predict(size)) : default;

    /// <summary>What is known of an operation on a device; null for nothing.</summary>
    public CostCurve? Find(string operation, string device) => _curves.GetValueOrDefault((operation, device));

    /// <summary>The estimate within what can be; none where it is not a number.</summary>
    public static CostEstimate Bounded(CostEstimate estimate) =>
        double.IsFinite(estimate.Total) ? estimate with { Run = Math.Min(estimate.Run, Longest), Transfer = Math.Min(estimate.Transfer, Longest) } : default;

    /// <summary>Puts back what was saved.</summary>
    /// <returns>False where the values cannot be; then they are passed over.</returns>
    public bool Restore(string operation, string device, int count, double size, double run, double transfer)
    {
        var possible = count > 0 && size >= 1 && double.IsFinite(size) && IsPossible(run) && run > 0 && IsPossible(transfer);
        if (possible)
        {
            Curve(operation, device)?.Restore(CostBucket.Restore(count, size, run, transfer));
        }

        return possible;
    }

    private static bool IsPossible(double seconds) => seconds is >= 0 and <= Longest;

    private CostCurve? Curve(string operation, string device)
    {
        if (!_curves.TryGetValue((operation, device), out var curve) && _curves.Count < Limit)
        {
            _curves.Add((operation, device), curve = new CostCurve());
        }

        return curve;
    }
}
