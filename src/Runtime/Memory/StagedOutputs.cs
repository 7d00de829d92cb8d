namespace Gpu.Runtime.Memory;

/// <summary>Results that lie on the stage until they are accepted.</summary>
internal interface IStagedOutputs
{
    /// <summary>Writes them into the callers' memory.</summary>
    void Commit();

    /// <summary>Forgets them.</summary>
    void Clear();
}

/// <summary>Those of one element type.</summary>
internal sealed unsafe class StagedOutputs<T> : IStagedOutputs
    where T : unmanaged
{
    private readonly List<(nint Source, Memory<T> Target)> _parts = [];

    public void Add(void* source, Memory<T> target) => _parts.Add(((nint)source, target));

    public void Commit()
    {
        foreach (var (source, target) in _parts)
        {
            new ReadOnlySpan<T>((void*)source, target.Length).CopyTo(target.Span);
        }
    }

    public void Clear() => _parts.Clear();
}
