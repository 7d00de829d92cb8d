using System.Security.Cryptography;
using CsCheck;
using Gpu.Runtime.Caching;
using Gpu.Runtime.Optimizers;

namespace Gpu.Runtime.Tests.Caching;

public class CacheKeyTests
{
    [Fact]
    public void The_hash_is_sha_256_of_kinds_lengths_and_bytes()
    {
        using var builder = new CacheKeyBuilder("test", "0123456789abcdef");
        byte[] expected = [.. "t"u8, 2, 0, 0, 0, 0, 0, 0, 0, .. "ab"u8, .. "n"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "i"u8, 7, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal($"test:0123456789abcdef:{Convert.ToHexStringLower(SHA256.HashData(expected))}", builder.Add("ab").Add((string?)null).Add(7).Build().ToString());
    }

    [Fact]
    public void Different_lists_of_inputs_have_different_keys() => Gen.Select(Inputs, Inputs).Sample(static (a, b) => Key(a) == Key(b) == a.SequenceEqual(b));

    [Fact]
    public void Where_one_input_ends_and_the_next_begins_matters()
    {
        Assert.NotEqual(Key(["ab", "c"]), Key(["a", "bc"]));
        Assert.NotEqual(Key([""]), Key([null]));
        Assert.NotEqual(Key([]), Key([null]));
    }

    [Fact]
    public void An_operation_has_no_letters_that_part_keys() => Assert.Throws<ArgumentException>(static () => new CacheKeyBuilder("a:b", "c"));

    [Fact]
    public void Code_of_another_assembly_is_other_code()
    {
        var here = CodeIdentity.Of(typeof(CacheKeyTests));
        Assert.Matches("^[0-9a-f]{16}$", here);
        Assert.Equal(here, CodeIdentity.Of(typeof(CacheEnvelopeTests)));
        Assert.NotEqual(here, CodeIdentity.Of(typeof(OptimizationManager)));
        Assert.NotEqual(CodeIdentity.Of([typeof(CacheKeyTests)], "ffmpeg 5"), CodeIdentity.Of([typeof(CacheKeyTests)], "ffmpeg 6"));
    }

    [Fact]
    public void Names_of_other_programs_are_not_ours()
    {
        var names = new CacheNames("gpu");
        var ours = names.Of(new CacheKey("extract", "0123456789abcdef", new string('a', 64)));
        Assert.True(names.IsOurs(ours));
        Assert.True(names.IsOurs(CacheNames.ChunkOf(ours, "0123456789abcdef", 3)));
        Assert.All(["gpu:video", "gpu:v1:extract", $"x{ours}", $"{ours}x", $"{ours}:x", "gpu:v1:other:program:key"], key => Assert.False(names.IsOurs(key)));
    }

    private static Gen<string?[]> Inputs => Gen.Null(Gen.String[Gen.Char["ab"], 0, 2]).Array[0, 3];

    private static CacheKey Key(string?[] inputs)
    {
        using var builder = new CacheKeyBuilder("test", "code");
        return inputs.Aggregate(builder, static (b, input) => b.Add(input)).Build();
    }
}
