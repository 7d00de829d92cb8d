namespace Gpu.Workflow.Sound.Voices;

/// <summary>Says texts.</summary>
internal interface IVoice
{
    /// <summary>The voice's name, for people and for the manifest.</summary>
    string Name { get; }

    /// <summary>Whether it can say texts of a language.</summary>
    /// <param name="language">A BCP 47 tag; empty where unknown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<bool> SpeaksAsync(string language, CancellationToken cancellationToken);

    /// <summary>Says a text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">A BCP 47 tag; empty where unknown.</param>
    /// <param name="wordsPerMinute">How fast, 80 to 450.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="VoiceError">It could not be said.</exception>
    Task<Speech> SpeakAsync(string text, string language, int wordsPerMinute, CancellationToken cancellationToken);
}
