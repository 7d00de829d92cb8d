namespace Gpu.Workflow.Pictures;

/// <summary>
/// Remembers decoded pictures: all that are in use anywhere, and of the others the latest within a budget. Requests for a
/// picture that is being loaded wait for that load; it is stopped when nobody waits any more.
/// </summary>
/// <param name="budget">Bytes of pictures to keep alive.</param>
internal sealed class PictureCache(long budget)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, Load> _loads = [];
    private readonly Dictionary<Uri, WeakReference<Bitmap>> _alive = [];
    private readonly LinkedList<(Uri Url, Bitmap Picture)> _recent = [];
    private long _bytes;

    /// <summary>Gets a picture, loading it where nobody has.</summary>
    public async Task<Bitmap> GetAsync(Uri url, Func<Uri, CancellationToken, Task<Bitmap>> load, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Load? current;
        lock (_lock)
        {
            if (_alive.TryGetValue(url, out var reference) && reference.TryGetTarget(out var known))
            {
                Touch(url, known);
                return known;
            }

            if (!_loads.TryGetValue(url, out current))
            {
                current = new Load();
                _loads.Add(url, current);
                current.Task = RunAsync(url, load, current);
            }

            current.Waiting++;
        }

        try
        {
            return await current.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(url, current);
        }
    }

    private async Task<Bitmap> RunAsync(Uri url, Func<Uri, CancellationToken, Task<Bitmap>> load, Load current)
    {
        // Off the caller's thread and lock at once: a load may decode before it first waits.
        await Task.Yield();
        try
        {
            var picture = await load(url, current.Stop.Token).ConfigureAwait(false);
            lock (_lock)
            {
                _alive[url] = new WeakReference<Bitmap>(picture);
                Touch(url, picture);
            }

            return picture;
        }
        finally
        {
            lock (_lock)
            {
                Forget(url, current);
            }
        }
    }

    private void Leave(Uri url, Load current)
    {
        lock (_lock)
        {
            if (--current.Waiting > 0 || current.Task.IsCompleted)
            {
                return;
            }

            // A later request must not join a load that is being stopped.
            Forget(url, current);
        }

        current.Stop.Cancel();
    }

    private void Forget(Uri url, Load current)
    {
        if (_loads.TryGetValue(url, out var there) && there == current)
        {
            _loads.Remove(url);
        }
    }

    private void Touch(Uri url, Bitmap picture)
    {
        for (var node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Url == url)
            {
                _recent.Remove(node);
                _bytes -= node.Value.Picture.Rgba.Length;
                break;
            }
        }

        _recent.AddFirst((url, picture));
        _bytes += picture.Rgba.Length;
        while (_bytes > budget && _recent.Last is { } oldest)
        {
            _bytes -= oldest.Value.Picture.Rgba.Length;
            _recent.RemoveLast();
        }

        if (_alive.Count > 256)
        {
            foreach (var dead in _alive.Where(pair => !pair.Value.TryGetTarget(out _)).Select(pair => pair.Key).ToList())
            {
                _alive.Remove(dead);
            }
        }
    }

    private sealed class Load
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<Bitmap> Task { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
