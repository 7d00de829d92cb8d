using HarfBuzzSharp;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>A font: the same bytes for HarfBuzz, which shapes, and for Skia, which draws.</summary>
internal sealed class FontFile : IDisposable
{
    private readonly SKData _data;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly SKFont _characters;

    private FontFile(SKData data, SKTypeface typeface, int index)
    {
        _data = data;
        Typeface = typeface;
        _blob = new Blob(data.Data, checked((int)data.Size), MemoryMode.ReadOnly);
        _face = new Face(_blob, index);
        _characters = new SKFont(typeface);
        UnitsPerEm = _face.UnitsPerEm;
        Shaper = new Font(_face);
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
        Shaper.SetFunctionsOpenType();
    }

    /// <summary>What Skia draws with.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>What HarfBuzz shapes with, in units of the font.</summary>
    public Font Shaper { get; }

    /// <summary>Units to the em.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Opens a font of this assembly.</summary>
    public static FontFile FromResource(string name)
    {
        using var stream = typeof(FontFile).Assembly.GetManifestResourceStream($"Fonts/{name}")
            ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        var data = SKData.Create(stream);
        return new FontFile(data, SKTypeface.FromData(data, 0), 0);
    }

    /// <summary>Opens a font of the system; null where the file is no font that can be used.</summary>
    public static FontFile? FromFile(string path, int index)
    {
        var data = SKData.Create(path);
        if (data is null)
        {
            return null;
        }

        var typeface = SKTypeface.FromData(data, index);
        if (typeface is null || typeface.IsEmpty)
        {
            typeface?.Dispose();
            data.Dispose();
            return null;
        }

        return new FontFile(data, typeface, index);
    }

    /// <summary>Whether it draws a character.</summary>
    public bool Has(int codepoint) => _characters.ContainsGlyph(codepoint);

    /// <inheritdoc/>
    public void Dispose()
    {
        Shaper.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _characters.Dispose();
        Typeface.Dispose();
        _data.Dispose();
    }
}
