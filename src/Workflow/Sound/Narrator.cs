using System.Globalization;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Sound;

/// <summary>Says lines so that each is over when the next begins: faster where there is little time, later where that is not enough.</summary>
internal sealed class Narrator(VoiceSelector voices, VoicePlan plan, string language)
{
    // Faster than this nobody follows.
    private const double Fastest = 1.33;
    private const double Pause = 0.15;

    // An ad that ends on a word seems cut off.
    private const double End = 0.25;

    /// <summary>Says the lines.</summary>
    /// <param name="cues">What and when.</param>
    /// <param name="duration">The ad's length, seconds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Narration> SpeakAsync(IReadOnlyList<SpeechCue> cues, double duration, CancellationToken cancellationToken)
    {
        var voice = voices.Select(plan.Name);
        if (!await voice.SpeaksAsync(language, cancellationToken).ConfigureAwait(false))
        {
            return Narration.None with { Warnings = [VoiceSelector.Unable(voice, language)] };
        }

        var (lines, sounds, warnings) = (new List<SpokenLine>(), new List<VoiceSound>(), new List<string>());
        var free = 0.0;
        for (var i = 0; i < cues.Count; i++)
        {
            var start = Math.Max(cues[i].Start, free);
            var until = i + 1 < cues.Count ? Math.Max(cues[i + 1].Start - Pause, start) : duration - End;
            if (await SayAsync(voice, cues[i].Text, until - start, duration - End - start, cancellationToken).ConfigureAwait(false) is not { } speech)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The line \"{cues[i].Text}\" is not said: from {start:0.##} s on there is too little time for it."));
                continue;
            }

            lines.Add(new SpokenLine(cues[i].Text, Math.Round(start, 6), speech.Sound.Seconds, speech.Words, speech.Phonemes));
            sounds.Add(speech.Sound);
            free = start + speech.Sound.Seconds + Pause;
        }

        return new Narration(lines, sounds, warnings);
    }

    /// <summary>The line, as fast as <paramref name="wish"/> seconds ask for; null where it takes more than <paramref name="most"/>.</summary>
    private async Task<Speech?> SayAsync(IVoice voice, string text, double wish, double most, CancellationToken cancellationToken)
    {
        var speech = await voice.SpeakAsync(text, language, plan.WordsPerMinute, cancellationToken).ConfigureAwait(false);
        if (speech.Sound.Seconds > wish)
        {
            // A little more than the share: pauses do not shrink as words do.
            var faster = Math.Min(Fastest, 1.04 * speech.Sound.Seconds / Math.Max(0.1, wish));
            speech = await voice.SpeakAsync(text, language, Math.Min(450, (int)(plan.WordsPerMinute * faster)), cancellationToken).ConfigureAwait(false);
        }

        return speech.Sound.Seconds <= most ? speech : null;
    }
}
