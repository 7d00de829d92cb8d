namespace Gpu.Workflow.Sound.Voices;

/// <summary>Voices of a host's own.</summary>
public sealed class VoiceOptions
{
    /// <summary>
    /// A program and its arguments, which reads a text from its standard input (UTF-8) and writes a WAVE file to its standard
    /// output. <c>{language}</c> and <c>{rate}</c> in an argument stand for the text's BCP 47 tag and the words a minute. Empty
    /// for none. It is started as it is, without a shell.
    /// </summary>
    public IReadOnlyList<string> Command { get; set; } = [];

    /// <summary>An http(s) address that takes <c>{"text","language","wordsPerMinute"}</c> by POST and answers with a WAVE file; null for none.</summary>
    public Uri? Url { get; set; }

    /// <summary>The longest that one line may take.</summary>
    /// <value>30 seconds</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
