namespace Gpu.Runtime.Scheduling.Core;

/// <summary>
/// Keeps retries from becoming the load: a tenth of what ends well may be tried again, with some in hand for a start.
/// Where everything fails, retrying stops, and errors come at once.
/// </summary>
internal sealed class RetryBudget
{
    private const double PerSuccess = 0.1;
    private const double Most = 100;

    private double _left = Most;

    public void OnSuccess() => _left = Math.Min(Most, _left + PerSuccess);

    /// <summary>Takes a retry.</summary>
    /// <returns>False where there is none left.</returns>
    public bool TryTake()
    {
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }
}
