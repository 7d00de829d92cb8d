using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>How long words take to read.</summary>
internal static class PlanWords
{
    private const double WordsPerSecond = 3;

    // Before reading begins the eye has to find the words.
    private const double Settle = 0.4;

    private const double Shortest = 1.2;

    /// <summary>The seconds that a text needs on the screen, at least 1.2.</summary>
    public static double ReadingTime(string text) => Math.Max(Shortest, (Terms.Count(text) / WordsPerSecond) + Settle);
}
