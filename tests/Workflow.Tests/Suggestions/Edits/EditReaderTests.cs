using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Tests.Suggestions.Edits;

public class EditReaderTests
{
    [Fact]
    public void A_file_of_every_edit_is_read()
    {
        var edits = SuggestionEdits.Read("""
            {
              "$schema": "edits.schema.json", "version": 1,
              "edits": [ // by hand
                { "id": "script-1", "pin": true, "text": " Said  otherwise. ", "weight": 0.5 },
                { "id": "image-2", "drop": true, "page": "a.html", "optional": true },
              ],
            }
            """).Edits;
        Assert.Equal(("script-1", true, false, "Said otherwise.", 0.5f), (edits[0].Id, edits[0].Pin, edits[0].Drop, edits[0].Text!, edits[0].Weight!.Value));
        Assert.Equal(("image-2", true, "a.html", true, -1f), (edits[1].Id, edits[1].Drop, edits[1].Page!, edits[1].Optional, edits[1].Factor));
    }

    [Theory]
    [InlineData("[]", "$", "an object")]
    [InlineData("nonsense", "$", "line 1")]
    [InlineData("{\"edits\": []}", "$.version", "missing")]
    [InlineData("{\"version\": 2}", "$.version", "2 is not 1")]
    [InlineData("{\"version\": 1, \"edit\": []}", "$.edit", "version and edits")]
    [InlineData("{\"version\": 1, \"edits\": {}}", "$.edits", "array")]
    [InlineData("{\"version\": 1, \"edits\": [3]}", "$.edits[0]", "object")]
    [InlineData("{\"version\": 1, \"edits\": [{\"pin\": true}]}", "$.edits[0].id", "empty")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": 3, \"pin\": true}]}", "$.edits[0].id", "quotation marks")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"pin\": \"yes\"}]}", "$.edits[0].pin", "true or false")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\"}]}", "$.edits[0]", "changes nothing")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"wieght\": 1}]}", "$.edits[0].wieght", "weight are known")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"weight\": 1e9}]}", "$.edits[0].weight", "-1 to 100")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"weight\": -2}]}", "$.edits[0].weight", "-2 is outside -1 to 100")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"text\": \"  \"}]}", "$.edits[0].text", "1 to 500")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"pin\": true, \"drop\": true}]}", "$.edits[0]", "both pinned and dropped")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"drop\": true, \"text\": \"b\"}]}", "$.edits[0]", "change nothing")]
    [InlineData("{\"version\": 1, \"edits\": [{\"id\": \"a\", \"pin\": true}, {\"id\": \"b\", \"pin\": true}, {\"id\": \"a\", \"weight\": 1}]}", "$.edits[2].id", "$.edits[0]")]
    public void What_is_wrong_is_named_by_its_path(string json, string path, string problem)
    {
        var error = Assert.Throws<EditError>(() => SuggestionEdits.Read(json));
        Assert.Equal(path, error.Path);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_edits_replace_earlier_ones_of_the_same_suggestion()
    {
        var first = new SuggestionEdits { Edits = [new() { Id = "a", Weight = 1 }, new() { Id = "b", Pin = true }] };
        var both = first.With(new SuggestionEdits { Edits = [new() { Id = "a", Drop = true }] });
        Assert.Equal([("b", false), ("a", true)], both.Edits.Select(e => (e.Id, e.Drop)));
    }
}
