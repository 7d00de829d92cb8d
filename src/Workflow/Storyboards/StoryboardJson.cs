using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gpu.Workflow.Storyboards;

/// <summary>Writes storyboards as JSON and reads them back, checking every value.</summary>
public static class StoryboardJson
{
    // The file is read by people and by JSON parsers, never put into HTML: letters beyond ASCII stay as they are.
    private static readonly JsonTypeInfo<StoryboardFile> Type = new StoryboardJsonContext(
        new JsonSerializerOptions(StoryboardJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).StoryboardFile;

    /// <summary>Writes a storyboard: camelCase, indented, with a line end after it.</summary>
    /// <param name="storyboard">The storyboard.</param>
    /// <exception cref="StoryboardError">A value is outside its range, so that it could not be read back.</exception>
    public static string Write(Storyboard storyboard)
    {
        StoryboardCheck.Check(storyboard);
        return JsonSerializer.Serialize(StoryboardFile.Of(storyboard), Type) + "\n";
    }

    /// <summary>Reads a storyboard.</summary>
    /// <param name="json">JSON text; comments and trailing commas are let through.</param>
    /// <exception cref="StoryboardError">It is no JSON, has an unknown or missing member, or a value outside its range. The message names the path, the value and the bound.</exception>
    public static Storyboard Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Storyboard? storyboard;
        try
        {
            storyboard = JsonSerializer.Deserialize(json, Type)?.ToStoryboard();
        }
        catch (JsonException e)
        {
            throw new StoryboardError(e.Path ?? "$", $"line {(e.LineNumber ?? 0) + 1}: {Reason(e)}", e);
        }

        if (storyboard is null)
        {
            throw new StoryboardError("$", "it is null; an object is needed.");
        }

        StoryboardCheck.Check(storyboard);
        return storyboard;
    }

    // The serializer's message ends with the path and line, which stand in ours already.
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
