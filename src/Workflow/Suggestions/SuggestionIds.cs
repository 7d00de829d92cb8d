using System.Security.Cryptography;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Suggestions;

/// <summary>
/// Names of suggestions, made of what is suggested: an edit never hits another sentence because the page got a new one
/// above it.
/// </summary>
internal sealed class SuggestionIds
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 6;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of a text or address of a kind; of two with the same 30 bits the second has a number more.</summary>
    public string Of(string kind, string content)
    {
        var id = $"{kind}-{Key(content)}";
        for (var number = 2; !_taken.Add(id); number++)
        {
            id = $"{kind}-{Key(content)}-{number}";
        }

        return id;
    }

    /// <summary>Six characters of a text's SHA-256.</summary>
    public static string Key(string content)
    {
        var bits = BitConverter.ToUInt32(SHA256.HashData(TextEncoding.UTF8.GetBytes(content)));
        return string.Create(Length, bits, static (text, value) =>
        {
            for (var i = 0; i < text.Length; i++, value >>= 5)
            {
                text[i] = Digits[(int)(value & 31)];
            }
        });
    }
}
