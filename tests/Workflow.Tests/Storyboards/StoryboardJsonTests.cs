using CsCheck;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Tests.Storyboards;

public class StoryboardJsonTests
{
    private const string Small = """
        {
          "title": "Café 豆",
          "width": 1920, "height": 1080, "framesPerSecond": 30, "duration": 6,
          "shots": [
            { "picture": "a.jpg", "start": 0, "duration": 3.5 },
            { "picture": "b.jpg", "start": 3, "duration": 3, "from": { "x": 0.1, "y": 0, "width": 0.8, "height": 1 }, "transition": { "kind": "fade", "duration": 0.5 } } // by hand
          ],
          "captions": [ { "text": "Hello", "role": "callToAction", "start": 0, "duration": 2 } ],
        }
        """;

    [Fact]
    public void What_is_written_is_read_back_exactly() => Gen.Select(Boards.Pages, Boards.Options).Sample((page, options) =>
    {
        var board = new StoryboardPlanner().Plan(page.Content, page.Suggestions, page.Sizes, options);
        var json = StoryboardJson.Write(board);
        var read = StoryboardJson.Read(json);
        Assert.Equal(json, StoryboardJson.Write(read));
        Assert.Equal(board.Shots, read.Shots);
        Assert.Equal(board.Captions, read.Captions);
        Assert.Equal(board.Sound?.Speech, read.Sound?.Speech);
        Assert.Equal(board.Sound?.Effects, read.Sound?.Effects);
        var sound = read.Sound is { } heard && board.Sound is { } planned ? planned with { Speech = heard.Speech, Effects = heard.Effects } : board.Sound;
        Assert.Equal(board.Overlays, read.Overlays);
        Assert.Equal(board with { Shots = read.Shots, Captions = read.Captions, Overlays = read.Overlays, Sound = sound }, read);
    }, iter: 200);

    [Fact]
    public void Odd_times_and_boxes_survive_to_the_bit() => Gen.Select(Gen.Double[1e-3, 3000], Gen.Double[0, 0.5], Gen.Double[1e-9, 0.5]).Sample((duration, x, width) =>
    {
        var board = StoryboardJson.Read(Small) with
        {
            Duration = duration,
            FramesPerSecond = 240,
            Shots = [new Shot { Start = 0, Duration = duration, From = new PictureBox(x, x, width, width) }],
            Captions = [],
        };
        if (duration * 240 >= 0.5)
        {
            Assert.Equal(board.Shots, StoryboardJson.Read(StoryboardJson.Write(board)).Shots);
        }
    });

    [Fact]
    public void Letters_stay_letters_and_names_are_camel_case()
    {
        var json = StoryboardJson.Write(StoryboardJson.Read(Small));
        Assert.Contains("\"title\": \"Café 豆\"", json, StringComparison.Ordinal);
        Assert.Contains("\"role\": \"callToAction\"", json, StringComparison.Ordinal);
        Assert.Contains("\"framesPerSecond\": 30", json, StringComparison.Ordinal);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "music": { "mood": "polka" } }""", "$.sound.music.mood", "polka")]
    [InlineData("""{ "voice": { "name": "espeak-ng", "wordsPerMinute": 900 } }""", "$.sound.voice.wordsPerMinute", "900")]
    [InlineData("""{ "speech": [ { "text": "Hello", "start": 77 } ] }""", "$.sound.speech[0].start", "77")]
    [InlineData("""{ "speech": [ null ] }""", "$.sound.speech[0]", "null")]
    [InlineData("""{ "effects": [ { "name": "boom", "at": 1 } ] }""", "$.sound.effects[0].name", "boom")]
    [InlineData("""{ "effects": [ { "name": "pop", "at": 1, "gain": 99 } ] }""", "$.sound.effects[0].gain", "99")]
    public void Sound_that_cannot_be_is_named_by_its_path(string sound, string path, string value)
    {
        var error = Assert.Throws<StoryboardError>(() => StoryboardJson.Read(Small.TrimEnd()[..^1].TrimEnd().TrimEnd(',') + $", \"sound\": {sound} }}"));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"width\": 1920", "\"width\": 1921", "$.width", "1921")]
    [InlineData("\"width\": 1920", "\"width\": 100000", "$.width", "8192")]
    [InlineData("\"width\": 1920", "\"width\": \"wide\"", "$.width", "line 3")]
    [InlineData("\"width\": 1920", "\"version\": 2, \"width\": 1920", "$.version", "2 is not 1")]
    [InlineData("\"width\": 1920", "\"widht\": 1920", "$.widht", "widht")]
    [InlineData("\"width\": 1920", "\"width\": 1920, \"width\": 2", "$.width", "width")]
    [InlineData("\"title\": \"Café 豆\",", "", "$", "title")]
    [InlineData("\"title\": \"Café 豆\"", "\"title\": null", "$.title", "title")]
    [InlineData("\"duration\": 6", "\"duration\": 1e999", "$.duration", "Infinity")]
    [InlineData("\"duration\": 6", "\"duration\": -1", "$.duration", "-1")]
    [InlineData("\"duration\": 6", "\"duration\": 0.001", "$.duration", "less than a frame")]
    [InlineData("\"framesPerSecond\": 30", "\"framesPerSecond\": 0", "$.framesPerSecond", "1 to 240")]
    [InlineData("\"duration\": 6", "\"duration\": 6, \"style\": { \"accent\": \"red\" }", "$.style.accent", "red")]
    [InlineData("\"duration\": 6", "\"duration\": 6, \"style\": { \"accent\": null }", "$.style.accent", "accent")]
    [InlineData("\"duration\": 6", "\"duration\": 6, \"logo\": { \"picture\": \"l.png\", \"start\": 5, \"duration\": 2 }", "$.logo.duration", "after the ad's end")]
    [InlineData("\"start\": 3, \"duration\": 3", "\"start\": 3, \"duration\": 2", "$.shots[1].duration", "before the ad's end")]
    [InlineData("\"start\": 0, \"duration\": 3.5", "\"start\": 0, \"duration\": 3.2", "$.shots[0].duration", "3.2")]
    [InlineData("\"start\": 0, \"duration\": 3.5", "\"start\": 0.5, \"duration\": 3.5", "$.shots[0].start", "0.5")]
    [InlineData("\"kind\": \"fade\", \"duration\": 0.5", "\"kind\": \"fade\", \"duration\": 3.5", "$.shots[1].transition.duration", "3.5")]
    [InlineData("\"kind\": \"fade\"", "\"kind\": \"curtain\"", "$.shots[1].transition.kind", "curtain")]
    [InlineData("\"x\": 0.1", "\"x\": 0.3", "$.shots[1].from.width", "over 1")]
    [InlineData("\"x\": 0.1", "\"x\": -0.1", "$.shots[1].from.x", "-0.1")]
    [InlineData("\"height\": 1 }", "\"height\": 0 }", "$.shots[1].from.height", "over 0")]
    [InlineData("\"text\": \"Hello\"", "\"text\": \" \"", "$.captions[0].text", "empty")]
    [InlineData("\"role\": \"callToAction\"", "\"role\": \"shout\"", "$.captions[0].role", "line 9")]
    [InlineData("\"role\": \"callToAction\"", "\"role\": 3", "$.captions[0].role", "line 9")]
    [InlineData("{ \"picture\": \"a.jpg\", \"start\": 0, \"duration\": 3.5 },", "null,", "$.shots[0]", "null")]
    [InlineData("\"shots\": [", "\"shots\": 3 [", "$.shots", "line 4")]
    public void Wrong_values_are_refused_by_their_path_value_and_bound(string was, string becomes, string path, string says)
    {
        Assert.Contains(was, Small, StringComparison.Ordinal);
        var error = Assert.Throws<StoryboardError>(() => StoryboardJson.Read(Small.Replace(was, becomes, StringComparison.Ordinal)));
        Assert.Equal(path, error.Path);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
