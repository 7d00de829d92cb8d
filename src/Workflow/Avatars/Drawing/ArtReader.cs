using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>
/// Reads the drawings of <c>Artwork</c>: SVG with groups that have an id, of paths, circles, ellipses and rectangles with
/// plain colours. They are this project's own; files of strangers are not read by it.
/// </summary>
internal static class ArtReader
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The shapes of each group, by its id.</summary>
    /// <exception cref="FormatException">It has something that is not read: a drawing half read would be a worse surprise.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<ArtShape>> Read(Stream stream)
    {
        var root = XDocument.Load(stream).Root!;
        return root.Elements(Svg + "g").ToDictionary(
            static g => (string?)g.Attribute("id") ?? throw new FormatException("A group has no id."),
            static g => (IReadOnlyList<ArtShape>)[.. g.Elements().Select(Shape)],
            StringComparer.Ordinal);
    }

    private static ArtShape Shape(XElement element)
    {
        var opacity = Number(element, "opacity", 1);
        return new ArtShape(
            Path(element),
            Colour(element, "fill", opacity * Number(element, "fill-opacity", 1)),
            Colour(element, "stroke", opacity),
            Number(element, "stroke-width", 1));
    }

    private static string Path(XElement element) => element.Name.LocalName switch
    {
        "path" => (string?)element.Attribute("d") ?? throw new FormatException("A path has no data."),
        "circle" => Ellipse(Number(element, "cx"), Number(element, "cy"), Number(element, "r"), Number(element, "r")),
        "ellipse" => Ellipse(Number(element, "cx"), Number(element, "cy"), Number(element, "rx"), Number(element, "ry")),
        "rect" => Rectangle(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"), Number(element, "rx", 0)),
        var name => throw new FormatException($"<{name}> is not read."),
    };

    private static string Ellipse(float x, float y, float width, float height) =>
        FormattableString.Invariant($"M{x - width} {y}A{width} {height} 0 1 1 {x + width} {y}A{width} {height} 0 1 1 {x - width} {y}Z");

    private static string Rectangle(float x, float y, float width, float height, float corner)
    {
        var (w, h) = (width - (2 * corner), height - (2 * corner));
        return FormattableString.Invariant(
            $"M{x + corner} {y}h{w}a{corner} {corner} 0 0 1 {corner} {corner}v{h}a{corner} {corner} 0 0 1 {-corner} {corner}h{-w}a{corner} {corner} 0 0 1 {-corner} {-corner}v{-h}a{corner} {corner} 0 0 1 {corner} {-corner}Z");
    }

    private static SKColor? Colour(XElement element, string name, float opacity) =>
        (string?)element.Attribute(name) is not { } text || text == "none" ? null : SKColor.Parse(text).WithAlpha((byte)Math.Round(255 * opacity));

    private static float Number(XElement element, string name, float? otherwise = null) =>
        (string?)element.Attribute(name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture)
        : otherwise ?? throw new FormatException($"<{element.Name.LocalName}> has no {name}.");
}
