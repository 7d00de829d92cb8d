using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Sound;

/// <summary>Makes what is heard of a storyboard, in two steps: pictures may depend on what is said when, mixing goes on beside them.</summary>
public interface ISoundMaker
{
    /// <summary>Says the lines of a storyboard.</summary>
    /// <param name="storyboard">The storyboard.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The lines, to be mixed; without any where nobody speaks.</returns>
    /// <exception cref="Voices.VoiceError">The voice failed.</exception>
    Task<Narration> SpeakAsync(Storyboard storyboard, CancellationToken cancellationToken = default);

    /// <summary>Makes the music and the effects, and mixes all.</summary>
    /// <param name="storyboard">The storyboard.</param>
    /// <param name="narration">What is said.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>As long as the ad; null where the storyboard has no sound.</returns>
    Task<SoundTrack?> MixAsync(Storyboard storyboard, Narration narration, CancellationToken cancellationToken = default);
}
