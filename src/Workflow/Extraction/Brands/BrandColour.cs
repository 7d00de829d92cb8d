namespace Gpu.Workflow.Extraction.Brands;

/// <summary>A colour that a page calls its own.</summary>
/// <param name="Hex"><c>#rrggbb</c>, in small letters.</param>
/// <param name="Source">Where it was read.</param>
public sealed record BrandColour(string Hex, BrandColourSource Source);

/// <summary>Where a page's colour was read; the earlier ones go before the later.</summary>
public enum BrandColourSource
{
    /// <summary><c>meta name=theme-color</c>: what browsers paint their own surface with.</summary>
    ThemeColour,

    /// <summary>A custom property of the page's style sheets that is named for it, such as <c>--primary</c> or <c>--brand-color</c>; else what its buttons and its head are painted with.</summary>
    Style,

    /// <summary>The colour of <c>link rel=mask-icon</c>.</summary>
    MaskIcon,

    /// <summary><c>meta name=msapplication-TileColor</c>.</summary>
    TileColour,

    /// <summary><c>theme_color</c> of its web app manifest.</summary>
    Manifest,
}
