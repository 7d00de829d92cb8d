using System.Collections.Concurrent;
using System.Text.Json;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>Speaks and mixes once for all storyboards that sound alike: those of one ad in several sizes.</summary>
/// <param name="maker">Makes the sound.</param>
/// <param name="cancellationToken">Stops what is being made: that of the run, since every storyboard of it may wait for the same.</param>
internal sealed class SharedSound(ISoundMaker maker, CancellationToken cancellationToken) : ISoundMaker
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Narration>>> _spoken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<SoundTrack?>>> _mixed = new(StringComparer.Ordinal);

    public Task<Narration> SpeakAsync(Storyboard storyboard, CancellationToken caller = default) =>
        Once(_spoken, storyboard, () => maker.SpeakAsync(storyboard, cancellationToken)).WaitAsync(caller);

    public Task<SoundTrack?> MixAsync(Storyboard storyboard, Narration narration, CancellationToken caller = default) =>
        Once(_mixed, storyboard, () => maker.MixAsync(storyboard, narration, cancellationToken)).WaitAsync(caller);

    private static Task<T> Once<T>(ConcurrentDictionary<string, Lazy<Task<T>>> made, Storyboard storyboard, Func<Task<T>> make)
    {
        var key = KeyOf(storyboard);
        if (made.TryGetValue(key, out var known) && known.Value.IsCompleted && !known.Value.IsCompletedSuccessfully)
        {
            // Who tries a film again after an error is not to hear of the old one.
            made.TryRemove(KeyValuePair.Create(key, known));
        }

        return made.GetOrAdd(key, _ => new(make)).Value;
    }

    // All that a sound is made of, but the size of the pictures.
    private static string KeyOf(Storyboard storyboard) =>
        $"{JsonSerializer.Serialize(storyboard.Sound, StageCodecs.Types.SoundPlan)} {storyboard.Language} {FrameClock.Frames(storyboard)}/{storyboard.FramesPerSecond} {storyboard.Duration}";
}
