using System.Runtime.InteropServices;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>
/// espeak-ng's library (speak_lib.h, API revision 12), loaded for one use and unloaded after it: it keeps noise and flutter in
/// global variables that nothing else resets, so that the same text would never be said the same way twice. Only one may be
/// loaded at a time.
/// </summary>
internal sealed unsafe class EspeakLibrary : IDisposable
{
    private const int Synchronous = 2;
    private const int PhonemeEvents = 1;
    private const int PhonemeIpa = 2;
    private const int DoNotExit = 0x8000;
    private const int BufferMilliseconds = 200;
    private const int PositionCharacter = 1;
    private const int Utf8 = 1;

    private readonly nint _handle;

    private EspeakLibrary(nint handle) => _handle = handle;

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsThere { get; } = Find();

    /// <summary>Samples a second.</summary>
    public int Rate { get; private set; }

    /// <summary>Loads and starts the library.</summary>
    /// <param name="onSound">Takes samples and events while a text is said, as espeak_SetSynthCallback says; null for none.</param>
    /// <exception cref="VoiceError">It could not start.</exception>
    public static EspeakLibrary Load(delegate* unmanaged[Cdecl]<short*, int, EspeakEvent*, int> onSound)
    {
        if (!TryLoad(out var handle))
        {
            throw new VoiceError("espeak-ng's library, libespeak-ng.so.1, cannot be loaded. Install the package espeak-ng.");
        }

        var library = new EspeakLibrary(handle);
        try
        {
            var start = (delegate* unmanaged[Cdecl]<int, int, byte*, int, int>)library.Export("espeak_Initialize");
            library.Rate = start(Synchronous, BufferMilliseconds, null, PhonemeEvents | PhonemeIpa | DoNotExit);
            if (library.Rate <= 0)
            {
                throw new VoiceError("espeak-ng could not start: its data is not where its library looks for it. Install the package espeak-ng-data.");
            }

            // Its noise is the C library's, which goes on as well.
            ((delegate* unmanaged[Cdecl]<uint, void>)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "srand"))(1);
            ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<short*, int, EspeakEvent*, int>, void>)library.Export("espeak_SetSynthCallback"))(onSound);
            return library;
        }
        catch
        {
            NativeLibrary.Free(handle);
            throw;
        }
    }

    /// <summary>
    /// Chooses a voice by a language, with a variant after a plus sign or none; false where there is none. The library finds a
    /// voice by its own name alone, and that of "en-gb" is "gmw/en": what it does not find is looked up.
    /// </summary>
    public bool SetVoice(string voice)
    {
        var (language, variant) = voice.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? (voice[..plus], voice[plus..]) : (voice, "");
        return SetVoiceByName(voice) || (IdentifierOf(language) is { } name && SetVoiceByName(name + variant));
    }

    private bool SetVoiceByName(string name)
    {
        fixed (byte* text = Bytes(name))
        {
            return ((delegate* unmanaged[Cdecl]<byte*, int>)Export("espeak_SetVoiceByName"))(text) == 0;
        }
    }

    // The voice that the list prefers for a language: the lower the byte, the better.
    private string? IdentifierOf(string language)
    {
        var (best, identifier) = (int.MaxValue, (string?)null);
        Each((entry, priority, name) =>
        {
            if (priority < best && name.Equals(language, StringComparison.OrdinalIgnoreCase))
            {
                (best, identifier) = (priority, Marshal.PtrToStringUTF8(entry));
            }
        });
        return identifier;
    }

    /// <summary>Sets a parameter: 1 is the rate, 3 the pitch, 4 its range.</summary>
    public void SetParameter(int parameter, int value) =>
        _ = ((delegate* unmanaged[Cdecl]<int, int, int, int>)Export("espeak_SetParameter"))(parameter, value, 0);

    /// <summary>Says a text; returns the library's code, 0 for success.</summary>
    public int Say(string text)
    {
        var bytes = Bytes(text);
        fixed (byte* start = bytes)
        {
            var synth = (delegate* unmanaged[Cdecl]<byte*, nuint, uint, int, uint, uint, uint*, void*, int>)Export("espeak_Synth");
            return synth(start, (nuint)bytes.Length, 0, PositionCharacter, 0, Utf8, null, null);
        }
    }

    /// <summary>The languages of all voices, in lower case, each also without what comes after its first hyphen.</summary>
    public HashSet<string> Languages()
    {
        var languages = new HashSet<string>(StringComparer.Ordinal);
        Each((_, _, name) =>
        {
            languages.Add(name.ToLowerInvariant());
            languages.Add(name.Split('-')[0].ToLowerInvariant());
        });
        return languages;
    }

    // Each language of each voice: the voice's identifier, the language's priority, its name.
    private void Each(Action<nint, int, string> see)
    {
        var list = ((delegate* unmanaged[Cdecl]<EspeakVoiceEntry*, EspeakVoiceEntry**>)Export("espeak_ListVoices"))(null);
        for (; list is not null && *list is not null; list++)
        {
            // A list of languages, each of them a byte of priority and a name.
            for (var at = (*list)->Languages; at is not null && *at != 0;)
            {
                var name = Marshal.PtrToStringUTF8((nint)(at + 1)) ?? "";
                see((nint)(*list)->Identifier, *at, name);
                at += 2 + System.Text.Encoding.UTF8.GetByteCount(name);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Ends its thread, without which its code could not be unloaded.
        _ = ((delegate* unmanaged[Cdecl]<int>)Export("espeak_Terminate"))();
        NativeLibrary.Free(_handle);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text + "\0");

    private nint Export(string name) => NativeLibrary.GetExport(_handle, name);

    private static bool Find()
    {
        var found = TryLoad(out var handle);
        if (found)
        {
            NativeLibrary.Free(handle);
        }

        return found;
    }

    // The development package alone has the name without a number.
    private static bool TryLoad(out nint handle)
    {
        handle = 0;
        foreach (var name in (string[])["libespeak-ng.so.1", "libespeak-ng.so", "libespeak-ng.dylib", "libespeak-ng.dll"])
        {
            if (NativeLibrary.TryLoad(name, out handle))
            {
                return true;
            }
        }

        return false;
    }
}
