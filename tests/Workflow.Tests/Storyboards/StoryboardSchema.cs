using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound.Effects;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Tests.Storyboards;

/// <summary>Makes the schema of storyboards from the types that read them: members and types from the serializer, words from their documentation, bounds from the table here, which tests hold against the check.</summary>
internal static class StoryboardSchema
{
    // Path, least, most; a bound that is not let through itself is marked.
    public static readonly (string Path, double Least, double Most, bool Over)[] Bounds =
    [
        ("width", 16, 8192, false), ("height", 16, 8192, false), ("framesPerSecond", 1, 240, false), ("duration", 0, 3600, true),
        ("shots[].start", 0, 3600, false), ("shots[].duration", 0, 3600, true),
        ("shots[].from.x", 0, 1, false), ("shots[].from.y", 0, 1, false), ("shots[].from.width", 0, 1, true), ("shots[].from.height", 0, 1, true),
        ("shots[].rotation.from", -360, 360, false), ("shots[].rotation.to", -360, 360, false),
        ("grade.brightness", -1, 1, false), ("grade.contrast", -1, 1, false), ("grade.saturation", -1, 1, false), ("grade.warmth", -1, 1, false),
        ("frame.vignette", 0, 1, false), ("frame.brightness", -1, 1, false), ("frame.contrast", -1, 1, false), ("frame.saturation", -1, 1, false),
        ("style.motion.in", 0, 5, false), ("style.motion.out", 0, 5, false), ("style.motion.distance", 0, 1, false), ("style.motion.stagger", 0, 2, false),
        ("captions[].start", 0, 3600, false), ("captions[].duration", 0, 3600, true), ("captions[].size", 0.3, 3, false),
        ("captions[].place.x", 0, 1, false), ("captions[].place.y", 0, 1, false),
        ("overlays[].start", 0, 3600, false), ("overlays[].duration", 0, 3600, true), ("overlays[].width", 0, 1, true), ("overlays[].size", 0.01, 0.5, false),
        ("overlays[].from.x", -1, 2, false), ("overlays[].from.y", -1, 2, false), ("overlays[].from.opacity", 0, 1, false),
        ("logo.start", 0, 3600, false), ("logo.duration", 0, 3600, true), ("logo.width", 0, 1, true),
        ("sound.voice.wordsPerMinute", 80, 450, false), ("sound.music.tempo", 40, 200, false), ("sound.music.gain", -60, 12, false), ("sound.effects[].gain", -60, 12, false), ("avatar.size", 0.12, 0.5, false),
    ];

    // What strings are let through.
    public static readonly (string Path, string[] Words)[] Choices =
    [
        ("style.name", [.. StoryStyle.All.Select(s => s.Name)]),
        ("style.font", [.. FontFamily.All.Select(f => f.Name)]),
        ("overlays[].font", [.. FontFamily.All.Select(f => f.Name)]),
        ("shots[].transition.kind", TransitionNames.All.Split(", ")),
        ("sound.music.mood", [.. SoundMoods.Names]),
        ("sound.effects[].name", [.. SoundEffects.Names]),
    ];

    private static readonly Dictionary<string, string> Public = new()
    {
        ["StoryboardFile"] = "Storyboard", ["StyleEntry"] = "StoryboardStyle", ["ShotEntry"] = "Shot", ["CaptionEntry"] = "Caption", ["OverlayEntry"] = "StoryboardOverlay", ["SoundEntry"] = "SoundPlan", ["AvatarEntry"] = "AvatarPlan",
    };

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        var docs = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Gpu.Workflow.xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);
        var node = StoryboardJsonContext.Default.StoryboardFile.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, schema) => Describe(context, schema, docs),
        }).AsObject();
        foreach (var (path, least, most, over) in Bounds)
        {
            var at = Find(node, path);
            at[over ? "exclusiveMinimum" : "minimum"] = least;
            at["maximum"] = most;
        }

        foreach (var (path, words) in Choices)
        {
            var at = Find(node, path);
            var optional = at["type"] is JsonArray;
            at["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w), .. optional ? [null] : (JsonNode?[])[]]);
        }

        Find(node, "version").AsObject()["const"] = Storyboard.CurrentVersion;
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = $"Storyboard, version {Storyboard.CurrentVersion}" };
        foreach (var (name, value) in node)
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    /// <summary>The schema of a member, through what it refers to.</summary>
    public static JsonObject Find(JsonObject schema, string path)
    {
        var at = schema;
        foreach (var part in path.Split('.'))
        {
            var name = part.Replace("[]", "", StringComparison.Ordinal);
            at = Follow(schema, at["properties"]![name]!.AsObject());
            at = part.EndsWith("[]", StringComparison.Ordinal) ? Follow(schema, at["items"]!.AsObject()) : at;
        }

        return at;
    }

    private static JsonObject Follow(JsonObject schema, JsonObject at)
    {
        while (at["$ref"] is { } reference)
        {
            var to = (JsonNode)schema;
            foreach (var step in reference.GetValue<string>().TrimStart('#', '/').Split('/'))
            {
                to = to[step]!;
            }

            at = to.AsObject();
        }

        return at;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema, Dictionary<string, XElement> docs)
    {
        if (schema is not JsonObject at || context.PropertyInfo is not { } property || at.ContainsKey("$ref"))
        {
            return schema;
        }

        var owner = Public.GetValueOrDefault(property.DeclaringType.Name, property.DeclaringType.Name);
        var name = char.ToUpperInvariant(property.Name[0]) + property.Name[1..];
        var words = docs.GetValueOrDefault($"P:Gpu.Workflow.Storyboards.{owner}.{name}")?.Element("summary")
            ?? docs.GetValueOrDefault($"T:Gpu.Workflow.Storyboards.{owner}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name);
        if (words is not null)
        {
            at.Insert(0, "description", Text(words));
        }

        return at;
    }

    private static string Text(XElement words) => string.Join(' ', string.Concat(words.Nodes().Select(n => n switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref") is { } cref ? char.ToLowerInvariant(cref.Value.Split('.')[^1][0]) + cref.Value.Split('.')[^1][1..] : see.Attribute("langword")?.Value ?? "",
        XElement other => other.Value,
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
