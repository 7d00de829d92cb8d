using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Extraction;

namespace Gpu.Workflow.Tests.Storyboards;

public class StoryboardSchemaTests
{
    // Everything that can be written, once.
    private const string Full = """
        {
          "$schema": "storyboard.schema.json", "version": 1, "title": "All", "language": "en", "rightToLeft": false,
          "width": 1280, "height": 720, "framesPerSecond": 25, "duration": 6,
          "style": { "name": "bold", "font": "mono", "shape": "card", "motion": { "kind": "slide", "in": 0.3, "out": 0.2, "ease": "back", "distance": 0.1, "stagger": 0.05 }, "background": "#101010", "foreground": "#ffffff", "accent": "#ff0000" },
          "grade": { "brightness": 0.1, "contrast": 0.1, "saturation": -0.5, "warmth": 0.2, "lut": "warm.cube" },
          "frame": { "vignette": 0.3, "brightness": 0, "contrast": 0, "saturation": 0, "lut": null, "dither": true, "linearLight": true, "bicubic": true },
          "captionMode": "words",
          "shots": [
            { "picture": "a.jpg", "alt": "A", "start": 0, "duration": 3.5, "from": { "x": 0, "y": 0, "width": 0.5, "height": 0.5 }, "to": { "x": 0.1, "y": 0, "width": 0.5, "height": 0.5 }, "ease": "sine", "rotation": { "from": 0, "to": 5 }, "grade": { "warmth": 0.1 }, "fit": "cover" },
            { "start": 3, "duration": 3, "fit": "whole", "transition": { "kind": "zoomIn", "duration": 0.5 } }
          ],
          "captions": [ { "text": "One two", "role": "line", "start": 0, "duration": 2, "shape": "bar", "place": { "x": 0.5, "y": 0.5 }, "size": 1.5, "motion": { "kind": "none" }, "words": [0, 1] } ],
          "overlays": [ { "text": "New", "start": 0, "duration": 2, "from": { "x": 0.1, "y": 0.1, "opacity": 0.5 }, "to": { "x": 0.9, "y": 0.1, "opacity": 1 }, "ease": "linear", "motion": { "kind": "fade" }, "width": 0.3, "size": 0.1, "font": "serif", "colour": "#00ff00", "background": "#000000" }, { "picture": "b.png", "start": 1, "duration": 2 } ],
          "avatar": { "name": "mara", "corner": "bottomLeft", "size": 0.2, "seed": 1 },
          "logo": { "picture": "l.png", "start": 4, "duration": 2, "place": { "x": 0.5, "y": 0.3 }, "width": 0.2 },
          "sound": { "voice": { "name": "espeak-ng", "wordsPerMinute": 160 }, "speech": [ { "text": "One two", "start": 0.1 } ], "music": { "mood": "warm", "seed": 1, "tempo": 100, "file": null, "gain": -1 }, "effects": [ { "name": "pop", "at": 1, "gain": -3 } ] }
        }
        """;

    private static string File => Path.Combine(SampleTests.Root(), "docs", "storyboard.schema.json");

    [Fact]
    public void The_published_schema_is_that_of_the_types()
    {
        var schema = StoryboardSchema.Write();
        if (Environment.GetEnvironmentVariable("GPU_UPDATE_SNAPSHOTS") == "1")
        {
            System.IO.File.WriteAllText(File, schema);
        }

        Assert.True(System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) == schema, "docs/storyboard.schema.json is not what the types give; write it anew with GPU_UPDATE_SNAPSHOTS=1.");
    }

    [Fact]
    public void All_that_the_schema_knows_can_be_written_and_read_back()
    {
        var board = StoryboardJson.Read(Full);
        Assert.Equal(StoryboardJson.Write(board), StoryboardJson.Write(StoryboardJson.Read(StoryboardJson.Write(board))));

        // The example names each member of the schema, so that none is read and then forgotten.
        var schema = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        var written = JsonNode.Parse(StoryboardJson.Write(board))!.AsObject();
        var (known, given) = (new SortedSet<string>(Members(schema, schema, "")), new SortedSet<string>(Paths(written, "")));
        Assert.Subset(known, given);
        string[] optional = ["$schema", "shots[].grade", "overlays[].motion", "captions[].motion", "frame.lut", "sound.music.file", "avatar.picture"];
        Assert.DoesNotContain(known, p => !given.Contains(p) && !optional.Any(o => p.StartsWith(o, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_public_member_of_the_records_is_in_the_schema()
    {
        var schema = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        (Type Type, string Path)[] records =
        [
            (typeof(Storyboard), ""), (typeof(StoryboardStyle), "style"), (typeof(MotionPlan), "style.motion"), (typeof(PictureGrade), "grade"), (typeof(FramePlan), "frame"), (typeof(Shot), "shots[]"), (typeof(PictureBox), "shots[].from"),
            (typeof(ShotTransition), "shots[].transition"), (typeof(ShotRotation), "shots[].rotation"), (typeof(Caption), "captions[]"), (typeof(StoryboardOverlay), "overlays[]"), (typeof(OverlayPoint), "overlays[].from"), (typeof(LogoPlacement), "logo"),
            (typeof(SoundPlan), "sound"), (typeof(VoicePlan), "sound.voice"), (typeof(MusicPlan), "sound.music"), (typeof(SpeechCue), "sound.speech[]"), (typeof(EffectCue), "sound.effects[]"), (typeof(AvatarPlan), "avatar"),
        ];
        foreach (var (type, path) in records)
        {
            var at = path.Length == 0 ? schema : StoryboardSchema.Find(schema, path);
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order();
            Assert.Equal(members, at["properties"]!.AsObject().Select(p => p.Key).Where(k => k != "$schema").Order());
            Assert.All(at["properties"]!.AsObject().Where(p => p.Key != "$schema"), p => Assert.True(p.Value is JsonObject o && (o.ContainsKey("description") || o.ContainsKey("$ref")), $"{path}.{p.Key} has no description"));
        }
    }

    [Fact]
    public void The_bounds_of_the_schema_are_those_of_the_check()
    {
        foreach (var (path, least, most, over) in StoryboardSchema.Bounds)
        {
            var small = path is "width" or "height" or "framesPerSecond" or "sound.voice.wordsPerMinute" or "sound.music.tempo" ? 2 : 1e-3;
            foreach (var value in (double[])[over ? least : least - small, most + small])
            {
                var named = "$." + path.Replace("[]", "[0]", StringComparison.Ordinal);
                var error = Assert.Throws<StoryboardError>(() => StoryboardJson.Read(With(path, JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))!)));

                // A time that is over the most is after the ad's end, too.
                Assert.True(named == error.Path || (value > most && named.EndsWith(".start", StringComparison.Ordinal) && error.Path.StartsWith(named[..^6], StringComparison.Ordinal)), $"{path} = {value}: {error.Message}");
            }
        }

        foreach (var (path, words) in StoryboardSchema.Choices)
        {
            Assert.Equal("$." + path.Replace("[]", path.StartsWith("shots", StringComparison.Ordinal) ? "[1]" : "[0]", StringComparison.Ordinal), Assert.Throws<StoryboardError>(() => StoryboardJson.Read(With(path, "nothing of the kind"))).Path);
            Assert.All(words, word => StoryboardJson.Read(With(path, word)));
        }
    }

    [Theory]
    [InlineData("overlays[].text", null, "$.overlays[0]", "either a picture or a text")]
    [InlineData("overlays[].colour", "green", "$.overlays[0].colour", "green")]
    [InlineData("captions[].words", "[1, 0.5]", "$.captions[0].words[1]", "0.5")]
    [InlineData("captions[].shape", "\"cloud\"", "$.captions[0].shape", "line")]
    [InlineData("style.motion", "{ \"kind\": \"spin\" }", "$.style.motion.kind", "line")]
    [InlineData("shots[].ease", "\"bouncy\"", "$.shots[1].ease", "line")]
    public void Looks_that_cannot_be_are_named_by_their_path(string path, string? value, string names, string says)
    {
        var error = Assert.Throws<StoryboardError>(() => StoryboardJson.Read(With(path, value is null ? null : value[0] is '[' or '{' or '"' ? JsonNode.Parse(value) : value)));
        Assert.Equal(names, error.Path);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    // Transitions and the like are in the last shot, all else in the first of each list.
    private static string With(string path, JsonNode? value)
    {
        var root = JsonNode.Parse(Full)!;
        var at = root;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            at = part.EndsWith("[]", StringComparison.Ordinal) ? at![part[..^2]]![part == "shots[]" && (parts[^1] is "kind" or "ease") ? 1 : 0] : at![part];
        }

        at![parts[^1]] = value;
        return root.ToJsonString();
    }

    private static IEnumerable<string> Members(JsonObject schema, JsonObject at, string path)
    {
        foreach (var (name, value) in at["properties"]?.AsObject() ?? [])
        {
            var here = path.Length == 0 ? name : $"{path}.{name}";
            var member = StoryboardSchema.Find(schema, here);
            yield return here;
            var inner = member["items"] is not null ? here + "[]" : here;
            var target = member["items"] is not null ? StoryboardSchema.Find(schema, inner) : member;
            foreach (var below in Members(schema, target, inner))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject o => o.SelectMany(p => (string[])[path.Length == 0 ? p.Key : $"{path}.{p.Key}", .. Paths(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}")]),
        JsonArray a => a.SelectMany(i => Paths(i, path + "[]")),
        _ => [],
    };
}
