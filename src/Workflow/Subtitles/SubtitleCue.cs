namespace Gpu.Workflow.Subtitles;

/// <summary>Words to be read for a time.</summary>
/// <param name="Start">Seconds from the ad's start.</param>
/// <param name="End">Seconds from the ad's start, after <paramref name="Start"/>.</param>
/// <param name="Lines">One line or two, of at most <see cref="SubtitleText.LineLength"/> characters each.</param>
internal sealed record SubtitleCue(double Start, double End, IReadOnlyList<string> Lines);
