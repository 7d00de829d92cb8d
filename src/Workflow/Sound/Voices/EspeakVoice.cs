using System.Buffers;
using Gpu.Runtime;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>espeak-ng, through its library: many languages, and the time of every word and sound.</summary>
/// <param name="variant">One of espeak-ng's variants, such as <c>f2</c>; empty for the plain voice.</param>
internal sealed class EspeakVoice(string variant = "") : IVoice
{
    /// <summary>What a variant's name is made of; it becomes a part of a file's name.</summary>
    public static readonly SearchValues<char> VariantCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    // Its Japanese reads no kanji, and says so in words of another language.
    private static readonly string[] Unfit = ["ja"];

    /// <inheritdoc/>
    public string Name => variant.Length == 0 ? "espeak-ng" : $"espeak-ng+{variant}";

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsThere => EspeakLibrary.IsThere;

    /// <inheritdoc/>
    public async Task<bool> SpeaksAsync(string language, CancellationToken cancellationToken) =>
        IsThere && !Unfit.Contains(Primary(language)) && (await EspeakSession.LanguagesAsync(cancellationToken).ConfigureAwait(false)).Contains(Primary(language));

    /// <inheritdoc/>
    /// <exception cref="LibraryNotAvailableError">The library is not on this machine.</exception>
    public async Task<Speech> SpeakAsync(string text, string language, int wordsPerMinute, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (!IsThere)
        {
            throw new LibraryNotAvailableError("espeak-ng's library, libespeak-ng.so.1, is not on this machine. Install the package espeak-ng, or ask for no voice.");
        }

        var known = await EspeakSession.LanguagesAsync(cancellationToken).ConfigureAwait(false);
        return await EspeakSession.SpeakAsync(text, Voice(language, known), wordsPerMinute, cancellationToken).ConfigureAwait(false);
    }

    // "en-GB-x-rp" and the like are tried whole, then by their language alone.
    private string Voice(string language, IReadOnlySet<string> known)
    {
        var whole = language.Length == 0 ? "en" : language.ToLowerInvariant();
        var name = known.Contains(whole) ? whole : Primary(language);
        // The plain English voice is a Briton's; what most pages in English are written for is this.
        name = name == "en" ? "en-us" : name;
        return variant.Length == 0 ? name : $"{name}+{variant}";
    }

    private static string Primary(string language) => language.Length == 0 ? "en" : LanguageTag.First(language);
}
