using System.Globalization;
using Gpu.Workflow.Suggestions.Words;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Lengths of the ad.</summary>
internal static class DurationCandidates
{
    private const double SecondsPerPicture = 3.2;
    private const double Closing = 3;

    // Lengths that are booked, and how often an ad of such a length is watched to its end.
    private static readonly (int Seconds, float Format)[] Lengths = [(6, 0.8f), (10, 0.6f), (15, 1), (20, 0.8f), (30, 0.9f), (45, 0.4f), (60, 0.5f)];

    /// <summary>Makes and measures them.</summary>
    /// <param name="spoken">Seconds that headline and best lines take to say.</param>
    /// <param name="pictures">How many pictures there are to show.</param>
    public static List<Candidate> Find(double spoken, int pictures)
    {
        var words = spoken + Closing;
        var shown = (pictures * SecondsPerPicture) + Closing;
        return [.. Lengths.Select(l => new Candidate($"duration-{l.Seconds}", $"{l.Seconds.ToString(CultureInfo.InvariantCulture)} seconds",
        [
            TextMeasures.Bell(Math.Log(l.Seconds / words), 0, 0.5),
            pictures == 0 ? 0.5f : TextMeasures.Bell(Math.Log(l.Seconds / shown), 0, 0.7),
            l.Format,
        ])
        { Composed = true, Seconds = l.Seconds })];
    }
}
