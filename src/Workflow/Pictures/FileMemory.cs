namespace Gpu.Workflow.Pictures;

/// <summary>Remembers fetched files, the latest within a budget.</summary>
/// <param name="budget">Bytes.</param>
internal sealed class FileMemory(long budget)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, LinkedListNode<(Uri Url, ReadOnlyMemory<byte> Content)>> _nodes = [];
    private readonly LinkedList<(Uri Url, ReadOnlyMemory<byte> Content)> _recent = [];
    private long _bytes;

    /// <summary>A file that is remembered; else null.</summary>
    public ReadOnlyMemory<byte>? Find(Uri url)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(url, out var node))
            {
                return null;
            }

            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Content;
        }
    }

    /// <summary>Remembers a file, unless it is larger than the budget.</summary>
    public void Keep(Uri url, ReadOnlyMemory<byte> content)
    {
        if (content.Length > budget)
        {
            return;
        }

        lock (_lock)
        {
            if (_nodes.Remove(url, out var known))
            {
                Drop(known);
            }

            _nodes.Add(url, _recent.AddFirst((url, content)));
            _bytes += content.Length;
            while (_bytes > budget)
            {
                _nodes.Remove(_recent.Last!.Value.Url);
                Drop(_recent.Last);
            }
        }
    }

    private void Drop(LinkedListNode<(Uri Url, ReadOnlyMemory<byte> Content)> node)
    {
        _bytes -= node.Value.Content.Length;
        _recent.Remove(node);
    }
}
