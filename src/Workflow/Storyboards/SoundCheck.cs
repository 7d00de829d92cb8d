using Gpu.Workflow.Sound.Effects;
using Gpu.Workflow.Sound.Music;
using static Gpu.Workflow.Storyboards.StoryboardCheck;

namespace Gpu.Workflow.Storyboards;

/// <summary>Checks what a storyboard says of its sound.</summary>
internal static class SoundCheck
{
    private const int LargestCount = 500;

    /// <exception cref="StoryboardError">A value is outside its range.</exception>
    public static void Check(SoundPlan sound, double duration)
    {
        if (sound.Voice is { } voice)
        {
            Require(voice.Name.Length is > 0 and <= 64, "$.sound.voice.name", $"\"{voice.Name}\" has {voice.Name.Length} characters; 1 to 64 are accepted.");
            Require(voice.WordsPerMinute is >= 80 and <= 450, "$.sound.voice.wordsPerMinute", $"{voice.WordsPerMinute} is outside 80 to 450.");
        }

        Require(sound.Speech.Count <= LargestCount, "$.sound.speech", $"{sound.Speech.Count} lines; at most {LargestCount} are accepted.");
        for (var i = 0; i < sound.Speech.Count; i++)
        {
            var path = $"$.sound.speech[{i}]";
            Require(sound.Speech[i] is not null, path, $"it is null; an object is needed.");
            var cue = sound.Speech[i];
            Require(cue.Text is { Length: > 0 and <= StoryboardLimits.MaxCaptionLength }, path + ".text", $"1 to {StoryboardLimits.MaxCaptionLength} characters are accepted.");
            Require(cue.Start >= 0 && cue.Start < duration, path + ".start", $"{cue.Start} is outside 0 to below {duration}, the duration.");
            Require(i == 0 || cue.Start >= sound.Speech[i - 1].Start, path + ".start", $"{cue.Start} is before the line before it.");
        }

        if (sound.Music is { } music)
        {
            Require(music.File is not null || Moods.Find(music.Mood) is not null, "$.sound.music.mood", $"\"{music.Mood}\" is no mood; accepted: {string.Join(", ", Moods.All.Select(static m => m.Name))}.");
            Require(music.Tempo is null or (>= 40 and <= 200), "$.sound.music.tempo", $"{music.Tempo} is outside 40 to 200.");
            Gain("$.sound.music.gain", music.Gain);
        }

        Require(sound.Effects.Count <= LargestCount, "$.sound.effects", $"{sound.Effects.Count} effects; at most {LargestCount} are accepted.");
        for (var i = 0; i < sound.Effects.Count; i++)
        {
            var path = $"$.sound.effects[{i}]";
            Require(sound.Effects[i] is not null, path, $"it is null; an object is needed.");
            var effect = sound.Effects[i];
            Require(SoundEffects.Names.Contains(effect.Name), path + ".name", $"\"{effect.Name}\" is no sound effect; accepted: {string.Join(", ", SoundEffects.Names)}.");
            Require(effect.At >= 0 && effect.At <= duration, path + ".at", $"{effect.At} is outside 0 to {duration}, the duration.");
            Gain(path + ".gain", effect.Gain);
        }
    }

    private static void Gain(string path, double value) => Require(value is >= -60 and <= 12, path, $"{value} is outside -60 to 12 decibels.");
}
