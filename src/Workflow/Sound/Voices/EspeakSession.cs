using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>Says texts by espeak-ng's library, one after the other, on a thread of the pool.</summary>
internal static class EspeakSession
{
    private const int RateParameter = 1;
    private const int PitchParameter = 3;
    private const int RangeParameter = 4;
    private const int Pitch = 45;
    private const int Range = 60;

    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static volatile HashSet<string>? _languages;
    private static Recording? _recording;

    /// <summary>All languages that it has voices for, in lower case.</summary>
    public static async Task<IReadOnlySet<string>> LanguagesAsync(CancellationToken cancellationToken) =>
        _languages ??= await InTurnAsync(ReadLanguages, cancellationToken).ConfigureAwait(false);

    /// <summary>Says a text with a voice of espeak-ng's.</summary>
    public static Task<Speech> SpeakAsync(string text, string voice, int wordsPerMinute, CancellationToken cancellationToken) =>
        InTurnAsync(() => Speak(text, voice, wordsPerMinute, cancellationToken), cancellationToken);

    private static async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static unsafe HashSet<string> ReadLanguages()
    {
        using var library = EspeakLibrary.Load(null);
        return library.Languages();
    }

    private static unsafe Speech Speak(string text, string voice, int wordsPerMinute, CancellationToken cancellationToken)
    {
        using var library = EspeakLibrary.Load(&OnSound);
        var recording = new Recording(library.Rate, cancellationToken);
        _recording = recording;
        try
        {
            if (!library.SetVoice(voice))
            {
                throw new VoiceError($"espeak-ng has no voice {voice}. `espeak-ng --voices` lists those that it has.");
            }

            library.SetParameter(RateParameter, wordsPerMinute);
            library.SetParameter(PitchParameter, Pitch);
            library.SetParameter(RangeParameter, Range);
            var result = library.Say(text);
            cancellationToken.ThrowIfCancellationRequested();
            return result == 0 ? recording.Speech(text) : throw new VoiceError($"espeak-ng could not say a text of {text.Length} characters (its code {result}).");
        }
        finally
        {
            _recording = null;
        }
    }

    // Called by the library while it says a text. No exception may leave it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int OnSound(short* samples, int count, EspeakEvent* events)
    {
        if (_recording is not { } recording)
        {
            return 1;
        }

        if (samples is not null && count > 0)
        {
            recording.Add(new ReadOnlySpan<short>(samples, count));
        }

        for (; events is not null && events->Type != 0; events++)
        {
            if (events->Type == EspeakEvent.Word)
            {
                recording.AddWord(events->TextPosition - 1, events->Length, events->AudioPosition / 1000.0);
            }
            else if (events->Type == EspeakEvent.Phoneme)
            {
                recording.AddPhoneme(Symbol(events), events->AudioPosition / 1000.0);
            }
        }

        return recording.IsCancelled ? 1 : 0;
    }

    private static unsafe string Symbol(EspeakEvent* phoneme)
    {
        var bytes = new ReadOnlySpan<byte>(phoneme->Id, 8);
        var end = bytes.IndexOf((byte)0);
        return System.Text.Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim('_', ':', ' ');
    }
}
