using System.Text.RegularExpressions;

namespace Gpu.Architecture.Tests;

/// <summary>A table that names its proofs is worth as much as these are there.</summary>
public partial class DocumentedTests
{
    private static readonly string Code = string.Join('\n', Repository.Code.Where(static f => f.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read));

    [Fact]
    public void Each_row_of_the_faults_names_a_test_that_is_there()
    {
        var text = Repository.Read("docs/reliability.md");
        var rows = text.Split('\n').Where(static l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal) && !l.StartsWith("| fault |", StringComparison.Ordinal)).ToArray();
        Assert.True(rows.Length > 40);
        Assert.All(rows, static row => Assert.True(Named(row).Any() || row.EndsWith("| the same |", StringComparison.Ordinal), $"No test is named in: {row}"));
        var missing = Named(text).Where(static name => !Exists(name)).ToArray();
        Assert.True(missing.Length == 0, $"Not there: {string.Join(", ", missing)}");
    }

    [Fact]
    public void A_test_that_is_not_there_is_missed() => Assert.False(Exists("A_test_that_nobody" + "_has_written"));

    // `Test`, `Class.Test` or `ClassTests`.
    private static IEnumerable<string> Named(string text) => Name().Matches(text).Select(static m => m.Groups[1].Value).Distinct();

    private static bool Exists(string name) => name.Split('.') is var parts && parts.All(static part => part.Contains('_', StringComparison.Ordinal)
        ? Regex.IsMatch(Code, $@"\[(Fact|Theory)[^\n]*\n(?:[^\n]*\n){{0,16}}?\s*public (?:static )?(?:async Task|void) {Regex.Escape(part)}\(")
        : Regex.IsMatch(Code, $@"\bclass {Regex.Escape(part)}\b"));

    [GeneratedRegex(@"`((?:[A-Z]\w*Tests)(?:\.[A-Z]\w*_\w*)?|[A-Z][a-zA-Z0-9]*_[a-z]\w*)`")]
    private static partial Regex Name();
}
