using System.Text.Json;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Edits;

/// <summary>Reads edits by hand, so that every error names the path of its value.</summary>
internal static class EditReader
{
    private const int LongestText = 500;
    private const float LeastWeight = -1;
    private const float GreatestWeight = 100;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    public static SuggestionEdits Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            throw new EditError("$", $"line {(e.LineNumber ?? 0) + 1}: {e.Message}", e);
        }

        using (document)
        {
            return Read(document.RootElement);
        }
    }

    public static void Check(SuggestionEdit edit, string path, IEnumerable<SuggestionEdit> before)
    {
        Require(!string.IsNullOrWhiteSpace(edit.Id), $"{path}.id", "it is empty; give a suggestion's id, as gpu suggest shows it.");
        Require(!(edit.Pin && edit.Drop), path, $"\"{edit.Id}\" is both pinned and dropped; take one of them out.");
        Require(!edit.Drop || (edit.Text is null && edit.Weight is null), path, $"\"{edit.Id}\" is dropped, so that its text and weight change nothing; take them out.");
        Require(edit.Pin || edit.Drop || edit.Text is not null || edit.Weight is not null, path, $"it changes nothing about \"{edit.Id}\"; give one of pin, drop, text, weight.");
        Require(edit.Text is null || Terms.Tidy(edit.Text).Length is > 0 and <= LongestText, $"{path}.text", $"it has {edit.Text?.Length} characters; give 1 to {LongestText}, or drop the suggestion.");
        Require(edit.Text is null || !edit.Text.Any(static c => char.IsControl(c) && !char.IsWhiteSpace(c)), $"{path}.text", "it has a control character; take it out.");
        Require(edit.Weight is null or (>= LeastWeight and <= GreatestWeight), $"{path}.weight", FormattableString.Invariant($"{edit.Weight} is outside {LeastWeight} to {GreatestWeight}."));
        if (before.FirstOrDefault(b => b.Id == edit.Id && b.Page == edit.Page) is { } first)
        {
            throw new EditError($"{path}.id", $"\"{edit.Id}\" is edited by {first.Path} already; put both into one.");
        }
    }

    private static SuggestionEdits Read(JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "$", $"it is {Kind(root)}; an object such as {{\"version\": 1, \"edits\": [{{\"id\": \"script-4fz0kq\", \"pin\": true}}]}} is needed.");
        var edits = new List<SuggestionEdit>();
        var versioned = false;
        foreach (var member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "$schema":
                    break;
                case "version":
                    Require(member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var version) && version == SuggestionEdits.CurrentVersion,
                        "$.version", $"{member.Value.GetRawText()} is not {SuggestionEdits.CurrentVersion}, the version that this program reads.");
                    versioned = true;
                    break;
                case "edits":
                    ReadAll(member.Value, edits);
                    break;
                default:
                    throw new EditError($"$.{member.Name}", "there is no such member; version and edits are known.");
            }
        }

        Require(versioned, "$.version", $"it is missing; write \"version\": {SuggestionEdits.CurrentVersion}.");
        return new SuggestionEdits { Edits = edits };
    }

    private static void ReadAll(JsonElement list, List<SuggestionEdit> edits)
    {
        Require(list.ValueKind == JsonValueKind.Array, "$.edits", $"it is {Kind(list)}; an array is needed.");
        foreach (var element in list.EnumerateArray())
        {
            var path = $"$.edits[{edits.Count}]";
            var edit = ReadOne(element, path);
            Check(edit, path, edits);
            edits.Add(edit);
        }
    }

    private static SuggestionEdit ReadOne(JsonElement element, string path)
    {
        Require(element.ValueKind == JsonValueKind.Object, path, $"it is {Kind(element)}; an object such as {{\"id\": \"script-4fz0kq\", \"pin\": true}} is needed.");
        var edit = new SuggestionEdit { Id = "", Path = path };
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            edit = member.Name switch
            {
                "id" => edit with { Id = Text(member.Value, at) },
                "page" => edit with { Page = Text(member.Value, at) },
                "text" => edit with { Text = Terms.Tidy(Text(member.Value, at)) },
                "optional" => edit with { Optional = Flag(member.Value, at) },
                "pin" => edit with { Pin = Flag(member.Value, at) },
                "drop" => edit with { Drop = Flag(member.Value, at) },
                "weight" => edit with { Weight = Number(member.Value, at) },
                _ => throw new EditError(at, "there is no such member; id, page, optional, pin, drop, text and weight are known."),
            };
        }

        return edit;
    }

    private static string Text(JsonElement value, string path)
    {
        Require(value.ValueKind == JsonValueKind.String, path, $"it is {Kind(value)}; text in quotation marks is needed.");
        return value.GetString()!;
    }

    private static bool Flag(JsonElement value, string path)
    {
        Require(value.ValueKind is JsonValueKind.True or JsonValueKind.False, path, $"it is {Kind(value)}; true or false is needed.");
        return value.GetBoolean();
    }

    private static float Number(JsonElement value, string path)
    {
        Require(value.ValueKind == JsonValueKind.Number, path, $"it is {Kind(value)}; a number is needed.");
        return value.TryGetSingle(out var number) ? number : float.PositiveInfinity;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the text {value.GetRawText()}",
        _ => value.GetRawText(),
    };

    private static void Require(bool condition, string path, string problem)
    {
        if (!condition)
        {
            throw new EditError(path, problem);
        }
    }
}
