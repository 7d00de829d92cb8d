namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Goes through all orders in which things can happen, one after the other: each run makes its choices by asking here, and
/// the next run differs in the last choice that has another way left.
/// </summary>
internal sealed class Explorer
{
    private readonly List<(int Taken, int Ways)> _choices = [];
    private int _position;

    /// <summary>Runs done.</summary>
    public int Runs { get; private set; }

    /// <summary>The choices of this run, for messages.</summary>
    public string Path => string.Join(",", _choices.Take(_position).Select(static c => c.Taken));

    /// <summary>Takes one of so many ways.</summary>
    public int Choose(int ways)
    {
        if (_position == _choices.Count)
        {
            _choices.Add((0, ways));
        }

        Assert.Equal(ways, _choices[_position].Ways);
        return _choices[_position++].Taken;
    }

    /// <summary>Begins the next run.</summary>
    /// <returns>False where all were done.</returns>
    public bool Next()
    {
        Runs++;
        _position = 0;
        while (_choices.Count > 0)
        {
            var (taken, ways) = _choices[^1];
            _choices.RemoveAt(_choices.Count - 1);
            if (taken + 1 < ways)
            {
                _choices.Add((taken + 1, ways));
                return true;
            }
        }

        return false;
    }
}
