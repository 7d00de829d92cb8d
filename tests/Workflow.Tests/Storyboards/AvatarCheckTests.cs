using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Tests.Storyboards;

public class AvatarCheckTests
{
    private static string Json(string avatar) =>
        $$"""{ "title": "T", "width": 320, "height": 180, "framesPerSecond": 30, "duration": 2, "shots": [ { "start": 0, "duration": 2 } ], "avatar": {{avatar}} }""";

    [Theory]
    [InlineData("""{ "name": "mara" }""")]
    [InlineData("""{ "name": "bit", "corner": "bottomLeft", "size": 0.4, "seed": 7 }""")]
    [InlineData("""{ "picture": "me.png" }""")]
    public void What_is_written_by_hand_is_read_and_written_back(string avatar)
    {
        var board = StoryboardJson.Read(Json(avatar));
        Assert.NotNull(board.Avatar);
        Assert.Equal(board.Avatar, StoryboardJson.Read(StoryboardJson.Write(board)).Avatar);
    }

    [Theory]
    [InlineData("""{}""", "$.avatar", "neither")]
    [InlineData("""{ "name": "mara", "picture": "me.png" }""", "$.avatar", "both")]
    [InlineData("""{ "name": "nobody" }""", "$.avatar.name", "bit, greta, mara, omar, theo, yuki")]
    [InlineData("""{ "picture": "  " }""", "$.avatar.picture", "no path")]
    [InlineData("""{ "name": "mara", "size": 0.9 }""", "$.avatar.size", "0.12 to 0.5")]
    [InlineData("""{ "name": "mara", "corner": "middle" }""", "$.avatar.corner", "")]
    [InlineData("""{ "name": "mara", "hat": true }""", "$.avatar", "hat")]
    public void What_is_wrong_is_named_with_its_path(string avatar, string path, string reason)
    {
        var error = Assert.Throws<StoryboardError>(() => StoryboardJson.Read(Json(avatar)));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
