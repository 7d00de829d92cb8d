using Gpu.Runtime;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>Finds the voice that a storyboard names. Programs and addresses come from the host's options alone: a storyboard may be a stranger's.</summary>
/// <param name="options">What the host offers.</param>
/// <param name="time">The clock of timeouts.</param>
internal sealed class VoiceSelector(VoiceOptions options, TimeProvider time)
{
    private const string Espeak = "espeak-ng";

    /// <summary>Whether there are voices of the host's own.</summary>
    public bool HasOwn => options.Command.Count > 0 || options.Url is not null;

    /// <summary>The voice of a name.</summary>
    /// <exception cref="ConfigurationError">There is none, or the host offers none of that kind.</exception>
    public IVoice Select(string name) => name switch
    {
        Espeak => new EspeakVoice(),
        _ when name.StartsWith(Espeak + "+", StringComparison.Ordinal) && name.AsSpan(Espeak.Length + 1).IndexOfAnyExcept(EspeakVoice.VariantCharacters) < 0 => new EspeakVoice(name[(Espeak.Length + 1)..]),
        CommandVoice.Kind when options.Command.Count > 0 => new CommandVoice(options.Command, options.Timeout, time),
        CommandVoice.Kind => throw new ConfigurationError("The storyboard's voice is \"command\", but no command is set. Set one with --voice-command, or choose another voice."),
        HttpVoice.Kind when options.Url is { } url => new HttpVoice(url, options.Timeout, time),
        HttpVoice.Kind => throw new ConfigurationError("The storyboard's voice is \"http\", but no address is set. Set one with --voice-url, or choose another voice."),
        _ => throw new ConfigurationError($"There is no voice \"{name}\"; accepted: espeak-ng, espeak-ng+VARIANT (such as espeak-ng+f2), command, http."),
    };

    /// <summary>Why a voice cannot say a language.</summary>
    public static string Unable(IVoice voice, string language) =>
        voice is EspeakVoice && !EspeakVoice.IsThere
            ? "Nobody speaks: espeak-ng's library is not on this machine. Install the package espeak-ng."
            : $"Nobody speaks: {voice.Name} has no voice for the language \"{language}\".";
}
