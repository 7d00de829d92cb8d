namespace Gpu.Runtime.Scheduling.Costs;

/// <summary>What an operation costs on a device, by size: means where there are samples, a line between and beyond them.</summary>
internal sealed class CostCurve
{
    /// <summary>Before any time of this process.</summary>
    public const long LongAgo = long.MinValue / 2;

    private const int BucketsPerDoubling = 2;
    private const double MostSize = 1L << 62;
    private readonly CostBucket?[] _buckets = new CostBucket?[Index(MostSize) + 1];
    private int _count;
    private CostBucket? _first;
    private double _trustedFrom = double.PositiveInfinity;
    private double _trustedTo = double.NegativeInfinity;
    private long _learnedAt = LongAgo;
    private Line? _run;
    private Line? _transfer;

    public IEnumerable<CostBucket> Buckets => _buckets.OfType<CostBucket>();

    /// <summary>Puts back what was saved. The first sample of this process counts: it is dropped once only.</summary>
    public void Restore(CostBucket bucket) => Put(Index(bucket.Size), bucket);

    /// <summary>Takes a sample in, in seconds. The first is not learned: it has compiled and allocated. Until there is another it stands in.</summary>
    public void Learn(double size, double run, double transfer, long now)
    {
        _learnedAt = now;
        if (_first is null)
        {
            // Compiling makes it slower, never faster: what was saved and says much more is wrong.
            if (_count > 0 && run < Predict(size).Run / CostBucket.Off)
            {
                Array.Clear(_buckets);
                _count = 0;
                (_run, _transfer) = (null, null);
            }

            _first = new CostBucket();
            _first.Learn(Math.Max(1, size), run, transfer);
            return;
        }

        var index = Index(size);
        var bucket = _buckets[index] ?? Put(index, new CostBucket());
        bucket.Learn(Math.Max(1, size), run, transfer);
        (_run, _transfer) = (null, null);
        if (bucket.IsTrusted)
        {
            (_trustedFrom, _trustedTo) = (Math.Min(_trustedFrom, bucket.Size), Math.Max(_trustedTo, bucket.Size));
        }
    }

    public CostEstimate Predict(double size)
    {
        size = Math.Max(1, size);
        if (_count == 0)
        {
            return _first is null ? default : new CostEstimate(_first.Run * (size / _first.Size), _first.Transfer * (size / _first.Size), CostKnowledge.First, _learnedAt);
        }

        if (_buckets[Index(size)] is { IsTrusted: true } bucket)
        {
            return new CostEstimate(bucket.Run * (size / bucket.Size), bucket.Transfer * (size / bucket.Size), CostKnowledge.Trusted, _learnedAt);
        }

        _run ??= Line.Through(Buckets, static b => b.Run);
        _transfer ??= Line.Through(Buckets, static b => b.Transfer);
        return new CostEstimate(_run.Value.At(size), _transfer.Value.At(size), Knowledge(size), _learnedAt);
    }

    private CostBucket Put(int index, CostBucket bucket)
    {
        _count += _buckets[index] is null ? 1 : 0;
        return _buckets[index] = bucket;
    }

    // Sizes count what fits into memory: a larger number is a mistake, and lies in the last bucket.
    private static int Index(double size) => size < 2 ? 0 : (int)(BucketsPerDoubling * Math.Log2(Math.Min(size, MostSize)));

    // A line is trusted between the sizes that it has seen, not beyond.
    private CostKnowledge Knowledge(double size) => size >= _trustedFrom && size <= _trustedTo ? CostKnowledge.Trusted : CostKnowledge.Guess;

    /// <summary>Seconds = Fixed + PerUnit x size, neither below 0.</summary>
    private readonly record struct Line(double Fixed, double PerUnit)
    {
        public double At(double size) => Fixed + (PerUnit * size);

        // Least squares of the relative errors: small sizes count as much as large ones.
        public static Line Through(IEnumerable<CostBucket> buckets, Func<CostBucket, double> seconds)
        {
            double w = 0, wx = 0, wy = 0, wxx = 0, wxy = 0;
            foreach (var bucket in buckets)
            {
                double x = bucket.Size, y = seconds(bucket), weight = bucket.Count / ((y * y) + 1e-18);
                (w, wx, wy, wxx, wxy) = (w + weight, wx + (weight * x), wy + (weight * y), wxx + (weight * x * x), wxy + (weight * x * y));
            }

            var spread = (w * wxx) - (wx * wx);
            var slope = spread > 1e-9 * w * wxx ? ((w * wxy) - (wx * wy)) / spread : 0;
            var start = (wy - (slope * wx)) / w;
            if (slope > 0 && start >= 0)
            {
                return new Line(start, slope);
            }

            // One size only, or a cost that falls with the size or starts below nothing: in proportion.
            return new Line(0, wxy / wxx);
        }
    }
}
