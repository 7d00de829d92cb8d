using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>The overlays that a storyboard places itself: pictures and words.</summary>
internal static class FreeOverlays
{
    private const float Leading = 1.2f;
    private const float Pad = 0.45f;
    private const int MostLines = 12;

    /// <summary>Places one.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="overlay">The overlay.</param>
    /// <param name="text">Its words, cleaned; empty for a picture.</param>
    /// <param name="picture">Its picture; null for words.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="captions">How words come and go.</param>
    public static PlacedOverlay? Place(Storyboard board, StoryboardOverlay overlay, string text, Bitmap? picture, FontLibrary fonts, CaptionOverlays captions)
    {
        var widest = (float)overlay.Width * board.Width;
        var (size, draw) = picture is not null
            ? (new SKSize(widest, widest * picture.Height / picture.Width), (Action<SKCanvas, SKRect>)((canvas, box) => CardPainter.DrawBitmap(canvas, picture, box)))
            : text.Length > 0 ? Words(board, overlay, text, widest, fonts) : default;
        if (draw is null)
        {
            return null;
        }

        var box = SKRect.Create(((float)overlay.From.X * board.Width) - (size.Width / 2), ((float)overlay.From.Y * board.Height) - (size.Height / 2), size.Width, size.Height);
        var to = overlay.To ?? overlay.From;
        var motion = overlay.Motion.Running;
        return new PlacedOverlay(OverlayImage.Even(box), overlay.Start, overlay.Duration, motion, captions.Travel(motion, board.RightToLeft), canvas => draw(canvas, box))
        {
            Stays = captions.Stays(overlay.Start + overlay.Duration),
            Path = new OverlayPath((to.X - overlay.From.X) * board.Width, (to.Y - overlay.From.Y) * board.Height, overlay.From.Opacity, to.Opacity, overlay.Ease),
        };
    }

    private static (SKSize, Action<SKCanvas, SKRect>) Words(Storyboard board, StoryboardOverlay overlay, string text, float widest, FontLibrary fonts)
    {
        var style = StoryStyle.Of(board.Style);
        var em = (float)overlay.Size * Math.Min(board.Width, board.Height);
        var paragraph = new Paragraph(text, fonts, FontWeight.Display, board.Language, board.RightToLeft, FontFamily.Find(overlay.Font ?? board.Style.Font ?? style.Font));
        var pad = overlay.Background is null ? 0.1f : Pad;
        var block = TextBlock.Fit(paragraph, em, Leading, MostLines, 0.5f, Math.Max(em, widest - (2 * pad * em)), board.Height);
        var colours = new StoryboardColours(board.Style);
        var ground = overlay.Background is { } background ? Colours.Parse(background) : (SKColor?)null;
        var colour = overlay.Colour is { } given ? Colours.Parse(given) : ground is { } g ? Colours.On(g, colours.Words) : colours.Words;
        pad *= block.Size;
        return (new SKSize(block.Width + (2 * pad), block.Height + (2 * pad)), (canvas, box) =>
        {
            if (ground is { } panel)
            {
                CaptionShapes.Panel(canvas, box, 0.2f * block.Size, panel);
            }

            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            block.Draw(canvas, box.Left + pad, box.Top + pad, block.Width, centred: true, paint);
        });
    }
}
