using Gpu.Workflow.Avatars;
using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Avatars.Speaking;
using Gpu.Workflow.Rendering.Overlays;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Avatars;

public class AvatarArtworkTests
{
    public static TheoryData<string> Names => [.. AvatarCatalogue.All.Select(a => a.Name)];

    private static byte[] Draw(Action<SKCanvas> draw) => OverlayImage.Draw(new SKRectI(0, 0, 400, 420), draw);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_presenter_has_all_parts_each_unlike_the_others(string name)
    {
        var art = AvatarArtwork.Of(AvatarCatalogue.Find(name)!);
        byte[][] parts = [.. Enum.GetValues<Viseme>().Select(v => Draw(art.MouthOf(v))), .. Enum.GetValues<Eyes>().Select(e => Draw(art.EyesOf(e))), Draw(art.Body), Draw(art.Head), Draw(art.Features)];
        Assert.All(parts, p => Assert.Contains(p, b => b != 0));
        Assert.Equal(parts.Length, parts.Select(p => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(p))).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Heads_stay_within_what_is_kept_free_for_them(string name)
    {
        var art = AvatarArtwork.Of(AvatarCatalogue.Find(name)!);
        var drawn = Draw(c =>
        {
            art.Head(c);
            art.Back(c);
            art.Front(c);
        });
        for (var i = 3; i < drawn.Length; i += 4)
        {
            var (x, y) = (i / 4 % 400, i / 4 / 400);
            Assert.True(drawn[i] == 0 || (Badge.Box.Contains(x, y) && y > Badge.Box.Top + 2), $"{x}, {y}");
        }
    }

    [Fact]
    public void There_are_several_and_names_are_found_in_any_case()
    {
        Assert.True(AvatarCatalogue.All.Count >= 4);
        Assert.Equal("mara", AvatarCatalogue.Find("MARA")?.Name);
        Assert.Null(AvatarCatalogue.Find("nobody"));
        Assert.Null(AvatarCatalogue.Find(null));
    }
}
