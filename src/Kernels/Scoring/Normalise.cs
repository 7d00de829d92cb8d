using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Brings the values of each row of a matrix to a common scale. A row with NaN or infinity becomes NaN throughout. The same
/// bits on every device.
/// </summary>
public sealed class Normalise : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _values;
    private readonly Memory<float> _target;
    private readonly int _columns;
    private readonly int _rows;
    private readonly Normalisation _kind;

    /// <summary>Describes the work.</summary>
    /// <param name="values">R x N, row-major.</param>
    /// <param name="columns">N, 1 to 2^24.</param>
    /// <param name="kind">Which scale.</param>
    /// <param name="target">Takes R x N; not the values themselves.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or there is no such normalisation; the message names it.</exception>
    public Normalise(ReadOnlyMemory<float> values, int columns, Normalisation kind, Memory<float> target)
    {
        _rows = ScoringCheck.Normalised(values.Length, columns, kind, target.Length);
        _values = values;
        _columns = columns;
        _kind = kind;
        _target = target;
    }

    /// <inheritdoc/>
    public string Operation => "score.normalise";

    /// <inheritdoc/>
    public string BatchKey => $"score.normalise:{_kind}:{_rows}x{_columns}";

    /// <summary>Values.</summary>
    public long Size => _values.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        scope.Accelerator.Normalise(scope.Input(_values), _columns, _kind, scope.Output(_target));
    }
}
