using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gpu.Runtime.Caching;

/// <summary>Hashes the inputs of a computation, each with its length and kind: no two lists of inputs look the same.</summary>
public sealed class CacheKeyBuilder : IDisposable
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _operation;
    private readonly string _code;

    /// <summary>Begins a key.</summary>
    /// <param name="operation">1 to 32 of a-z, 0-9 and -.</param>
    /// <param name="code">The hash of the code that computes it, see <see cref="CodeIdentity"/>.</param>
    /// <exception cref="ArgumentException">The operation is no such name.</exception>
    public CacheKeyBuilder(string operation, string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (operation.Length > 32 || operation.AsSpan().ContainsAnyExcept(Letters))
        {
            throw new ArgumentException($"The operation '{operation}' must be 1 to 32 of a-z, 0-9 and -.", nameof(operation));
        }

        (_operation, _code) = (operation, code);
    }

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">The input.</param>
    /// <returns>This builder.</returns>
    public CacheKeyBuilder Add(ReadOnlySpan<byte> bytes)
    {
        Head('b', bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>Adds text; null is not the same as empty.</summary>
    /// <param name="text">The input.</param>
    /// <returns>This builder.</returns>
    public CacheKeyBuilder Add(string? text)
    {
        if (text is null)
        {
            Head('n', 0);
            return this;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Head('t', bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>Adds a number.</summary>
    /// <param name="number">The input.</param>
    /// <returns>This builder.</returns>
    public CacheKeyBuilder Add(long number)
    {
        Head('i', number);
        return this;
    }

    /// <summary>Adds a number by its bits.</summary>
    /// <param name="number">The input.</param>
    /// <returns>This builder.</returns>
    public CacheKeyBuilder Add(double number)
    {
        Head('d', BitConverter.DoubleToInt64Bits(number));
        return this;
    }

    /// <summary>Ends the key.</summary>
    public CacheKey Build() => new(_operation, _code, Convert.ToHexStringLower(_hash.GetHashAndReset()));

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Head(char kind, long value)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], value);
        _hash.AppendData(head);
    }
}
