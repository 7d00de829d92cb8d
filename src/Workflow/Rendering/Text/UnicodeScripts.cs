using System.Text;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>Scripts, named as ISO 15924 shortens them in their first four letters.</summary>
internal enum UnicodeScript
{
    Common,
    Latn,
    Grek,
    Cyrl,
    Hebr,
    Arab,
    Hani,
    Hira,
    Kana,
    Hang,

    /// <summary>Another; HarfBuzz knows which.</summary>
    Unknown,
}

/// <summary>Finds a character's script.</summary>
internal static class UnicodeScripts
{
    /// <summary>The script; null for characters of many scripts, which take that of their neighbours.</summary>
    public static UnicodeScript? Of(Rune rune) => rune.Value switch
    {
        < 0x0041 or (>= 0x005b and <= 0x0060) or (>= 0x007b and <= 0x00bf) or 0x00d7 or 0x00f7 => null,
        <= 0x024f or (>= 0x1e00 and <= 0x1eff) => UnicodeScript.Latn,
        >= 0x0370 and <= 0x03ff or (>= 0x1f00 and <= 0x1fff) => UnicodeScript.Grek,
        >= 0x0400 and <= 0x052f => UnicodeScript.Cyrl,
        >= 0x0591 and <= 0x05ff or (>= 0xfb1d and <= 0xfb4f) => UnicodeScript.Hebr,
        >= 0x0600 and <= 0x06ff or (>= 0x0750 and <= 0x077f) or (>= 0x08a0 and <= 0x08ff) or (>= 0xfb50 and <= 0xfdff) or (>= 0xfe70 and <= 0xfefc) => UnicodeScript.Arab,
        >= 0x3041 and <= 0x309f => UnicodeScript.Hira,
        >= 0x30a1 and <= 0x30ff or (>= 0xff66 and <= 0xff9f) => UnicodeScript.Kana,
        >= 0x3400 and <= 0x9fff or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff) => UnicodeScript.Hani,
        >= 0x1100 and <= 0x11ff or (>= 0xac00 and <= 0xd7a3) => UnicodeScript.Hang,
        _ => Rune.IsLetter(rune) ? UnicodeScript.Unknown : null,
    };
}
