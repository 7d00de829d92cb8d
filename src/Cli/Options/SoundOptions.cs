using System.CommandLine;
using System.CommandLine.Parsing;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;

namespace Gpu.Cli.Options;

/// <summary>The options that say what an ad sounds like.</summary>
internal static class SoundOptions
{
    private const string None = "none";

    private static readonly SoundWishes Defaults = new();

    public static Option<string?> Voice { get; } = Text("--voice", $"Who speaks: espeak-ng, espeak-ng+VARIANT (such as espeak-ng+f2), command, http, or none. [default: that of --avatar, or {Defaults.Voice}]", "NAME");

    public static Option<string?> Music { get; } = Text("--music", $"The music: a mood ({string.Join(", ", SoundMoods.Names)}), a sound file, or none. [default: what goes with the page]", "MOOD|FILE");

    public static Option<string?> VoiceCommand { get; } = Text("--voice-command", "A program that speaks: text on its standard input, a WAVE file on its standard output; {language} and {rate} stand for the text's. Started without a shell.", "COMMAND");

    public static Option<Uri?> VoiceUrl { get; } = Values.Option("--voice-url", "An address that speaks: takes {\"text\",\"language\",\"wordsPerMinute\"} by POST, answers with a WAVE file.", "URL", "http:// and https:// addresses", (string text, out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && (value.Scheme == Uri.UriSchemeHttp || value.Scheme == Uri.UriSchemeHttps));

    public static IEnumerable<Option> All => [Voice, Music, VoiceCommand, VoiceUrl];

    /// <summary>What the options ask for; null for silence.</summary>
    /// <exception cref="UsageError">A value is not accepted.</exception>
    public static SoundWishes? Read(ParseResult parsed, IReadOnlyList<AdFormat> formats)
    {
        foreach (var option in (Option[])[Voice, Music, VoiceCommand, VoiceUrl])
        {
            if (parsed.GetResult(option) is { Implicit: false, Tokens: [var token] } && token.Value != None && !formats.Any(AdFormats.HasSound))
            {
                throw new UsageError($"{option.Name} is \"{token.Value}\", but --format is {FormatOptions.Names(formats)}, which has no sound; accepted with mp4 and webm.");
            }
        }

        var voice = parsed.GetValue(Voice) ?? (parsed.GetValue(VoiceCommand) is not null ? "command" : parsed.GetValue(VoiceUrl) is not null ? "http" : AvatarOptions.Voice(parsed) ?? Defaults.Voice);
        var music = parsed.GetValue(Music) ?? Defaults.Music;
        var (speaks, plays) = (voice != None, music != None);
        if (!speaks && !plays)
        {
            return null;
        }

        var wishes = Defaults with { Voice = speaks ? voice : null, Music = plays ? music : null };
        if (!plays || music == SoundWishes.Fitting || SoundMoods.Names.Contains(music))
        {
            return wishes;
        }

        return File.Exists(music)
            ? wishes with { Music = null, MusicFile = music }
            : throw new UsageError($"--music is \"{music}\", which is neither a mood nor a file; accepted: {string.Join(", ", SoundMoods.Names)}, the path of a sound file, {None}.");
    }

    /// <summary>Hands the voices of the user's own to the services.</summary>
    public static void Configure(ParseResult parsed, VoiceOptions options)
    {
        options.Command = parsed.GetValue(VoiceCommand) is { } command ? [.. CommandLineParser.SplitCommandLine(command)] : [];
        options.Url = parsed.GetValue(VoiceUrl);
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        Values.Option(name, description, helpName, "text", (string text, out string? value) =>
        {
            value = text;
            return text.Trim().Length > 0;
        });
}
