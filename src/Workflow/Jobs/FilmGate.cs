using System.Threading.Channels;

namespace Gpu.Workflow.Jobs;

/// <summary>Bounds how many films are rendered and encoded at a time: pages and sizes beyond that wait with what they need, not with frames.</summary>
internal sealed class FilmGate
{
    private readonly Channel<int> _places;

    /// <param name="most">How many at a time.</param>
    public FilmGate(int most)
    {
        _places = Channel.CreateBounded<int>(most);
        for (var i = 0; i < most; i++)
        {
            _places.Writer.TryWrite(i);
        }
    }

    /// <summary>Waits for a place, first come, first served, and works in it.</summary>
    public async Task EnterAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        var place = await _places.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _places.Writer.TryWrite(place);
        }
    }
}
