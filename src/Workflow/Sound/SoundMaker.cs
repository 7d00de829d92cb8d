using Gpu.Workflow.Jobs;
using Gpu.Workflow.Sound.Effects;
using Gpu.Workflow.Sound.Mixing;
using Gpu.Workflow.Sound.Music;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Sound;

/// <summary>Speaks by a voice, makes music and effects, and mixes: music under the voice, and all at the loudness of streaming services.</summary>
/// <param name="voices">The voices that storyboards may name.</param>
/// <param name="files">Reads the user's music.</param>
/// <param name="program">What tells one version of espeak-ng from another; null where it cannot be told.</param>
internal sealed class SoundMaker(VoiceSelector voices, MusicFile files, Func<string?>? program = null) : ISoundMaker, IStageIdentity
{
    // Under a voice music is felt more than heard.
    private const double DuckedBy = -11;
    private const double MusicLevel = -21;
    private const double EffectLevel = -3;

    /// <inheritdoc/>
    // What a program or an address of the host's says may change at any time.
    public string? Identity => voices.HasOwn ? null : $"{EspeakVoice.IsThere} {program?.Invoke()}";

    /// <inheritdoc/>
    public Task<Narration> SpeakAsync(Storyboard storyboard, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        return storyboard.Sound is { Voice: { } voice, Speech.Count: > 0 } sound
            ? new Narrator(voices, voice, storyboard.Language).SpeakAsync(sound.Speech, storyboard.Duration, cancellationToken)
            : Task.FromResult(Narration.None);
    }

    /// <inheritdoc/>
    public async Task<SoundTrack?> MixAsync(Storyboard storyboard, Narration narration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        ArgumentNullException.ThrowIfNull(narration);
        if (storyboard.Sound is not { } plan || (plan.Music is null && plan.Effects.Count == 0 && narration.Lines.Count == 0))
        {
            return null;
        }

        // As long as the frames, which is not always what the storyboard says to the last digit.
        var seconds = (double)FrameClock.Frames(storyboard) / storyboard.FramesPerSecond;
        var music = plan.Music is { File: { } file } ? await files.ReadAsync(file, seconds, cancellationToken).ConfigureAwait(false) : null;
        return await Task.Run(() => Mix(plan, narration, music, seconds, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static SoundTrack Mix(SoundPlan plan, Narration narration, SoundBuffer? file, double seconds, CancellationToken cancellationToken)
    {
        var mix = new SoundBuffer(SoundBuffer.At(seconds));
        if (plan.Music is { } music)
        {
            var sound = file ?? MusicMaker.Make(Moods.Find(music.Mood)!, seconds, music.Seed, music.Tempo, cancellationToken);
            sound.Scale(Decibels.ToFactor(Gain(sound, MusicLevel)));
            Ducking.Apply(sound, [.. narration.Lines.Select(static l => (l.Start, l.Start + l.Duration))], DuckedBy);
            mix.Add(sound, 0, Decibels.ToFactor(music.Gain));
        }

        for (var i = 0; i < narration.Lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mix.Add(VoiceTone.Shape(narration.Sounds[i]), SoundBuffer.At(narration.Lines[i].Start));
        }

        foreach (var effect in plan.Effects)
        {
            var (sound, mark) = SoundEffects.Make(effect.Name);
            mix.Add(sound, SoundBuffer.At(effect.At) - mark, Decibels.ToFactor(EffectLevel + effect.Gain));
        }

        var levels = Mastering.Apply(mix);
        return new SoundTrack(mix.Left, mix.Right, levels, narration.Lines, narration.Warnings);
    }

    private static double Gain(SoundBuffer sound, double level) => Loudness.Measure(sound) is var measured && double.IsFinite(measured) ? level - measured : 0;
}
