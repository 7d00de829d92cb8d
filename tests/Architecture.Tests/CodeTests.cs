namespace Gpu.Architecture.Tests;

public class CodeTests
{
    private static readonly string[] TextTypes = [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".sln", ".yml", ".sh", ".txt", ".html", ""];

    private static IEnumerable<string> Others => Repository.Code.Where(static f => !f.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal));

    [Fact]
    public void There_is_code_to_check() => Assert.True(Repository.Code.Count() > 50);

    [Fact]
    public void No_stub_no_region_no_note_to_self() => AssertNone(Others, CodeRules.BannedWords);

    [Fact]
    public void Nothing_blocks_on_a_task() => AssertNone(Others, CodeRules.Blocking);

    [Fact]
    public void Every_suppression_says_why() =>
        AssertNone(Others.Concat(Repository.Projects).Concat(Repository.Files.Where(static f => f.EndsWith(".props", StringComparison.Ordinal) || f.EndsWith(".editorconfig", StringComparison.Ordinal))), CodeRules.UnexplainedSuppressions);

    [Fact]
    public void Nothing_ties_the_repository_to_a_machine() =>
        AssertNone(Repository.Files.Where(static f => TextTypes.Contains(Path.GetExtension(f)) && !f.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal)), CodeRules.MachineTies);

    [Fact]
    public void Files_are_small()
    {
        var lengths = Repository.Code.Select(static f => (File: f, Lines: Repository.Read(f).Count(static c => c == '\n'))).OrderBy(static f => f.Lines).ToArray();
        Assert.DoesNotContain(lengths, static f => f.Lines > CodeRules.LongestFile);
        Assert.InRange(lengths[lengths.Length / 2].Lines, 0, 80);
    }

    [Theory]
    [InlineData("int x; // TODO: later")]
    [InlineData("    #region Fields")]
    [InlineData("public int X => throw new NotImplementedException();")]
    public void Banned_words_are_seen(string code) => Assert.NotEmpty(CodeRules.BannedWords(code));

    [Theory]
    [InlineData("var x = RunAsync().GetAwaiter().GetResult();")]
    [InlineData("Task.WaitAll(a, b);")]
    public void Blocking_is_seen(string code) => Assert.NotEmpty(CodeRules.Blocking(code));

    [Theory]
    [InlineData("#pragma warning disable CA1000\n", 1)]
    [InlineData("// Because.\n#pragma warning disable CA1000\n", 0)]
    [InlineData("<NoWarn>$(NoWarn);CS1591</NoWarn>", 1)]
    [InlineData("<!-- CS1591: because. -->\n<NoWarn>$(NoWarn);CS1591</NoWarn>", 0)]
    [InlineData("dotnet_diagnostic.CA1710.severity = none", 1)]
    [InlineData("# Because.\ndotnet_diagnostic.CA1710.severity = none", 0)]
    public void A_suppression_needs_a_comment_above(string code, int found) => Assert.Equal(found, CodeRules.UnexplainedSuppressions(code).Count());

    [Theory]
    [InlineData("cd /home/somebody/gpu", 1)]
    [InlineData("\"/work/main\"", 1)]
    [InlineData("https://example.com/home/page", 0)]
    [InlineData("https://artifactory.example.com/npm", 1)]
    public void A_tie_to_a_machine_is_seen(string text, int found) => Assert.Equal(found, CodeRules.MachineTies(text).Count());

    private static void AssertNone(IEnumerable<string> files, Func<string, IEnumerable<string>> rule)
    {
        var found = files.SelectMany(f => rule(Repository.Read(f)).Select(found => $"{f}: {found}")).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
