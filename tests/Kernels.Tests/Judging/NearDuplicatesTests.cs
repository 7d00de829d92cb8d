using Gpu.Kernels.Judging;

namespace Gpu.Kernels.Tests.Judging;

public sealed class NearDuplicatesTests
{
    private static readonly PictureQuality Red = Quality(0xFF, new DominantColour(200, 10, 10, .75), new DominantColour(0, 0, 0, .25));

    [Fact]
    public void The_same_picture_is_a_duplicate_of_itself()
    {
        Assert.Equal(0, NearDuplicates.ColourDistance(Red, Red));
        Assert.True(NearDuplicates.Are(Red, Red));
    }

    [Fact]
    public void Like_shapes_in_other_colours_are_two_pictures()
    {
        var blue = Quality(0xFF, new DominantColour(10, 10, 200, .75), new DominantColour(0, 0, 0, .25));
        Assert.False(NearDuplicates.Are(Red, blue));
        Assert.Equal(NearDuplicates.ColourDistance(Red, blue), NearDuplicates.ColourDistance(blue, Red));
    }

    [Fact]
    public void Like_colours_in_other_shapes_are_two_pictures()
    {
        Assert.True(NearDuplicates.Are(Red, Red with { Hash = new(0xFF ^ 0b11_1111) }));
        Assert.False(NearDuplicates.Are(Red, Red with { Hash = new(~0xFFUL) }));
    }

    [Fact]
    public void Of_duplicates_the_earlier_are_kept()
    {
        var other = Quality(~0xFFUL, new DominantColour(10, 10, 200, 1));
        Assert.Equal([0, 2], NearDuplicates.Keep([Red, Red with { Hash = new(0xFE) }, other, other]));
        Assert.Empty(NearDuplicates.Keep([]));
    }

    [Fact]
    public void A_hash_is_written_as_imagehash_writes_it() => Assert.Equal("00000000000000ff", Red.Hash.ToString());

    private static PictureQuality Quality(ulong hash, params DominantColour[] colours) => new()
    {
        Sharpness = 1, Colourfulness = 1, Brightness = 1, Contrast = 1, DarkShare = 0, LightShare = 0, Hash = new(hash), Colours = colours, Crops = [],
    };
}
