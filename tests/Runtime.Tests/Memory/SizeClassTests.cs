using CsCheck;
using Gpu.Runtime.Memory;

namespace Gpu.Runtime.Tests.Memory;

public class SizeClassTests
{
    [Fact]
    public void A_size_class_holds_its_bytes_aligned_and_with_little_waste() => Gen.Long[0, 1L << 40].Sample(bytes =>
    {
        var size = SizeClass.Of(bytes);
        return size >= bytes
            && size % SizeClass.Alignment == 0
            && size - bytes < Math.Max(SizeClass.Alignment, bytes / 4 + 1)
            && SizeClass.Of(size) == size;
    });

    [Fact]
    public void Size_classes_are_few() =>
        Assert.Equal(4, Enumerable.Range(1 << 20, 1 << 20).Select(b => SizeClass.Of(b + 1)).Distinct().Count());

    [Fact]
    public void Negative_bytes_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => SizeClass.Of(-1));
}
