using System.Runtime.InteropServices;

namespace Gpu.Workflow.Sound.Voices;

/// <summary>espeak_EVENT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EspeakEvent
{
    public const int Word = 1;
    public const int Phoneme = 7;

    public int Type;
    public uint Identifier;
    public int TextPosition;
    public int Length;
    public int AudioPosition;
    public int Sample;
    public void* UserData;
    public fixed byte Id[8];
}

/// <summary>espeak_VOICE.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EspeakVoiceEntry
{
    public byte* Name;
    public byte* Languages;
    public byte* Identifier;
    public byte Gender;
    public byte Age;
    public byte Variant;
    public byte Unused;
    public int Score;
    public void* Spare;
}
