using System.Text.RegularExpressions;

namespace Gpu.Architecture.Tests;

/// <summary>Rules of this project's own that no analyzer checks. Each returns what breaks it.</summary>
internal static partial class CodeRules
{
    public const int LongestFile = 400;

    private const int LinesForReason = 6;

    /// <summary>Words that must not stand in code, with the reason.</summary>
    public static IEnumerable<string> BannedWords(string text) => Banned().Matches(text).Select(static m => m.Value);

    /// <summary>Blocking on a task, which the analyzer of banned symbols cannot tell from what the compiler makes of await.</summary>
    public static IEnumerable<string> Blocking(string text) => BlockingCall().Matches(text).Select(static m => m.Value);

    /// <summary>Suppressions without a comment right above them.</summary>
    public static IEnumerable<string> UnexplainedSuppressions(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Suppression().IsMatch(lines[i]) && !lines[..i].TakeLast(LinesForReason).Any(static l => Comment().IsMatch(l)))
            {
                yield return lines[i].Trim();
            }
        }
    }

    /// <summary>What ties the repository to one machine or one company's network.</summary>
    public static IEnumerable<string> MachineTies(string text) => Machine().Matches(text).Select(static m => m.Value);

    [GeneratedRegex(@"^\s*#region\b|\bTODO\b|\bFIXME\b|\bHACK\b|\bNotImplementedException\b", RegexOptions.Multiline)]
    private static partial Regex Banned();

    [GeneratedRegex(@"\.GetAwaiter\(\)\s*\.GetResult\(\)|\.WaitAll\(|\bTask\.WaitAny\(")]
    private static partial Regex BlockingCall();

    [GeneratedRegex(@"^\s*#pragma warning disable|\bSuppressMessage\(|<NoWarn>|severity = none")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"^\s*(//|///|#(?!pragma)|<!--)|-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w.:/-])/(?:work|root|home|mnt)/[a-z]\w*|-----BEGIN [A-Z ]*PRIVATE KEY-----|https?://[\w.-]*(?:artifactory|nexus|proxy)[\w.-]*")]
    private static partial Regex Machine();
}
