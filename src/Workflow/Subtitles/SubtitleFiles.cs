using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Subtitles;

/// <summary>Writes cues as SubRip (.srt) and WebVTT (.vtt), in UTF-8 without a mark.</summary>
internal static class SubtitleFiles
{
    /// <summary>SubRip: numbers from 1, times with a comma.</summary>
    public static string Srt(IReadOnlyList<SubtitleCue> cues)
    {
        var file = new StringBuilder();
        for (var i = 0; i < cues.Count; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Time(cues[i].Start, ',')} --> {Time(cues[i].End, ',')}\n");

            // Players read tags in SubRip too; there is no way to write the signs themselves but others that look alike.
            foreach (var line in cues[i].Lines)
            {
                file.Append(line.Replace('<', '‹').Replace('>', '›').Replace('{', '(').Replace('}', ')')).Append('\n');
            }

            file.Append('\n');
        }

        return file.ToString();
    }

    /// <summary>WebVTT (W3C): times with a point, &amp;, &lt; and &gt; escaped.</summary>
    /// <param name="cues">The cues.</param>
    /// <param name="language">BCP 47 tag; empty for none.</param>
    public static string Vtt(IReadOnlyList<SubtitleCue> cues, string language)
    {
        var file = new StringBuilder("WEBVTT\n");
        if (language.Length > 0 && language.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            file.Append(CultureInfo.InvariantCulture, $"Language: {language}\n");
        }

        file.Append('\n');
        foreach (var cue in cues)
        {
            file.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start, '.')} --> {Time(cue.End, '.')}\n");
            foreach (var line in cue.Lines)
            {
                file.Append(line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)).Append('\n');
            }

            file.Append('\n');
        }

        return file.ToString();
    }

    private static string Time(double seconds, char point)
    {
        var time = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{point}{time.Milliseconds:000}");
    }
}
