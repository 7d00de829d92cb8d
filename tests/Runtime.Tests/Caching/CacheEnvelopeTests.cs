using System.Text;
using CsCheck;
using Gpu.Runtime.Caching;

namespace Gpu.Runtime.Tests.Caching;

public class CacheEnvelopeTests
{
    private const long Most = 1 << 20;
    private static readonly Gen<byte[]> Values = Gen.OneOf(Gen.Byte.Array[0, 2000], Gen.Int[0, 5000].Select(static n => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("words ", n)))));

    [Fact]
    public void Any_value_comes_back() => Gen.Select(Gen.String[1, 40], Values).Sample(static (key, value) =>
        CacheEnvelope.TryUnwrap(key, CacheEnvelope.Wrap(key, value), Most, out var back) && back.Span.SequenceEqual(value));

    [Fact]
    public void Any_changed_bit_is_seen() => Gen.Select(Values, Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample(static (value, at, bit) =>
    {
        var whole = CacheEnvelope.Wrap("key", value);
        whole[at % whole.Length] ^= (byte)(1 << bit);
        return !CacheEnvelope.TryUnwrap("key", whole, Most, out _);
    });

    [Fact]
    public void Any_missing_end_and_any_end_too_many_is_seen() => Gen.Select(Values, Gen.Int[0, int.MaxValue]).Sample(static (value, at) =>
    {
        var whole = CacheEnvelope.Wrap("key", value);
        return !CacheEnvelope.TryUnwrap("key", whole.AsMemory(0, at % whole.Length), Most, out _) && !CacheEnvelope.TryUnwrap("key", (byte[])[.. whole, 0], Most, out _);
    });

    [Fact]
    public void Random_bytes_are_no_value() => Gen.Byte.Array[0, 300].Sample(static bytes => !CacheEnvelope.TryUnwrap("key", bytes, Most, out _));

    [Fact]
    public void A_value_under_the_key_of_another_is_seen() => Assert.False(CacheEnvelope.TryUnwrap("b", CacheEnvelope.Wrap("a", [1, 2, 3]), Most, out _));

    [Fact]
    public void Text_is_compressed_and_noise_is_not()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(static i => $"{{\"id\":\"script-{i}\"}},")));
        Assert.InRange(CacheEnvelope.Wrap("key", text).Length, 1, text.Length / 3);
        var noise = Support.Results.Noise(100_000);
        Assert.Equal(noise.Length + CacheEnvelope.HeaderLength, CacheEnvelope.Wrap("key", noise).Length);
    }

    [Fact]
    public void A_claim_of_a_size_over_the_limit_is_not_believed()
    {
        var text = new byte[100_000];
        var whole = CacheEnvelope.Wrap("key", text);
        Assert.True(CacheEnvelope.TryUnwrap("key", whole, 100_000, out _));
        Assert.False(CacheEnvelope.TryUnwrap("key", whole, 99_999, out _));
    }
}
