using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>How long words take to read.</summary>
internal static class PlanWords
{
    private const double WordsPerSecond = 3;

    // Before reading begins the eye has to find the words.
    private const double Settle = 0.4;

    private const double Shortest = 1.2;

    // Letters, spaces and the like that a voice at 160 words a minute says in a second.
    private const double SpokenPerSecond = 14.5;

    // A digit is a word, and so is a sign of a language without spaces.
    private const double Digit = 5;
    private const double Ideograph = 3;
    private const double Breath = 0.3;

    /// <summary>The seconds that a text needs on the screen, at least 1.2.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spoken">Whether it is said too, which takes longer.</param>
    public static double Time(string text, bool spoken)
    {
        var reading = Math.Max(Shortest, (Terms.Count(text) / WordsPerSecond) + Settle);
        return spoken ? Math.Max(reading, SpeakingTime(text)) : reading;
    }

    /// <summary>The seconds that a text takes to be said, about.</summary>
    public static double SpeakingTime(string text) => (Weight(text) / SpokenPerSecond) + Breath;

    /// <summary>How long a text takes to be said, as a count of letters.</summary>
    public static double Weight(string text) => text.Sum(Weight);

    private static double Weight(char c) =>
        char.IsDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol ? Digit
        : char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter && c >= '\u2E80' ? Ideograph
        : 1;
}
