namespace Gpu.Workflow.Rendering.Text;

/// <summary>
/// Finds fonts of the machine for characters that the shipped ones lack. Those known to be good come first, the others in
/// the order of their paths: the same machine gives the same font each time.
/// </summary>
internal sealed class SystemFonts : IDisposable
{
    private static readonly string[] Extensions = [".otf", ".ttf", ".ttc", ".otc"];

    // The faces of Noto Sans CJK in its collection: one design of the same characters for each region.
    private static readonly string[] CjkFaces = ["ja", "ko", "zh-hans", "zh-hant"];

    private static readonly Lazy<string> Known = new(static () => string.Join('\n', Usual().Where(Directory.Exists).SelectMany(Files).Order(StringComparer.Ordinal).Select(static f => $"{f} {new FileInfo(f).Length}")));

    private readonly IReadOnlyList<string> _folders;
    private readonly Lazy<string[]> _files;
    private readonly Dictionary<(string, int), FontFile?> _open = [];

    /// <summary>Looks in folders.</summary>
    /// <param name="folders">The folders; null for those where systems keep fonts.</param>
    public SystemFonts(IReadOnlyList<string>? folders = null)
    {
        _folders = folders ?? Usual();
        _files = new Lazy<string[]>(() => [.. _folders.Where(Directory.Exists).SelectMany(Files).Distinct(StringComparer.Ordinal).OrderBy(Rank).ThenBy(f => f, StringComparer.Ordinal)]);
    }

    /// <summary>Which fonts this machine has: words may look different where there are others.</summary>
    public static string Identity => Known.Value;

    /// <summary>The first font that has a character; null where none has.</summary>
    /// <param name="codepoint">The character.</param>
    /// <param name="language">BCP 47 tag: it picks the region's design of Han characters.</param>
    public FontFile? Find(int codepoint, string language)
    {
        foreach (var file in _files.Value)
        {
            if (Open(file, Face(file, language)) is { } font && font.Has(codepoint))
            {
                return font;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _open.Values)
        {
            font?.Dispose();
        }

        _open.Clear();
    }

    private FontFile? Open(string file, int index)
    {
        if (!_open.TryGetValue((file, index), out var font))
        {
            font = FontFile.FromFile(file, index);
            _open.Add((file, index), font);
        }

        return font;
    }

    private static int Face(string file, string language)
    {
        if (!Path.GetFileName(file).StartsWith("NotoSansCJK", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var tag = language.ToLowerInvariant();
        var face = tag.StartsWith("zh", StringComparison.Ordinal)
            ? (tag.Contains("hant", StringComparison.Ordinal) || tag.EndsWith("tw", StringComparison.Ordinal) || tag.EndsWith("hk", StringComparison.Ordinal) ? "zh-hant" : "zh-hans")
            : tag.Split('-')[0];
        return Math.Max(0, Array.IndexOf(CjkFaces, face));
    }

    private static int Rank(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var noto = name.StartsWith("NotoSans", StringComparison.OrdinalIgnoreCase);
        var bold = name.EndsWith("-Bold", StringComparison.OrdinalIgnoreCase);
        var plain = name.EndsWith("-Regular", StringComparison.OrdinalIgnoreCase);
        var cjk = name.StartsWith("NotoSansCJK", StringComparison.OrdinalIgnoreCase);
        return (noto, cjk, bold, plain) switch
        {
            (true, true, true, _) => 0,
            (true, true, _, true) => 1,
            (true, _, true, _) => 2,
            (true, _, _, true) => 3,
            (false, _, true, _) => 4,
            (false, _, _, true) => 5,
            _ => 6,
        };
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && !f.Contains("Emoji", StringComparison.OrdinalIgnoreCase));

    private static string[] Usual()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var known = Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        string[] folders =
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local/share/fonts"), Path.Combine(home, ".fonts"),
            "/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library/Fonts"), known,
        ];
        return [.. folders.Where(f => f.Length > 0)];
    }
}
