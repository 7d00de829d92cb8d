using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>What a caption becomes over the frames: the whole at once, or line by line, and the word that is said on top.</summary>
/// <param name="board">The storyboard.</param>
/// <param name="style">Its style.</param>
/// <param name="lines">What the voice says.</param>
internal sealed class CaptionOverlays(Storyboard board, StoryStyle style, IReadOnlyList<SpokenLine> lines)
{
    /// <summary>The overlays of a caption, the last on top.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="text">Its words, cleaned.</param>
    /// <param name="box">The words set.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its top edge.</param>
    public IEnumerable<PlacedOverlay> Of(Caption caption, string text, CaptionBox box, float x, float y)
    {
        var motion = caption.Motion ?? board.Style.Motion ?? style.Motion;
        var travel = Travel(motion, box.RightToLeft);
        var extent = box.Extent(x, y);
        if (motion.Stagger > 0 && box.Lines > 1 && caption.Role is CaptionRole.Headline or CaptionRole.Line)
        {
            if (box.HasShape)
            {
                yield return Place(extent, caption, 0, motion, travel, canvas => box.DrawShape(canvas, x, y));
            }

            for (var i = 0; i < box.Lines; i++)
            {
                var line = i;
                yield return Place(SKRect.Create(x, y, box.Width, box.Height), caption, Math.Min(motion.Stagger * i, caption.Duration / 4), motion, travel, canvas => box.DrawWords(canvas, x, y, line));
            }
        }
        else
        {
            yield return Place(extent, caption, 0, motion, travel, canvas => box.Draw(canvas, x, y));
        }

        if (board.CaptionMode != CaptionMode.Words || caption.Role == CaptionRole.Price)
        {
            yield break;
        }

        // A word stands out where it is: only once the caption has come, and until it goes.
        var (there, gone) = (caption.Start + Math.Min(motion.In, caption.Duration / 3), caption.Start + caption.Duration - Math.Min(motion.Out, caption.Duration / 4));
        foreach (var word in SpokenWords.Of(caption, text, lines))
        {
            var (start, end) = (Math.Max(word.Start, there), Math.Min(word.Start + word.Duration, gone));
            if (end - start > 1.0 / board.FramesPerSecond && box.Places(word.Chars, x, y).ToArray() is { Length: > 0 } places)
            {
                yield return new PlacedOverlay(OverlayImage.Even(places.Aggregate(SKRect.Union)), start, end - start, new MotionPlan(MotionKind.None, 0, 0), default, canvas => box.DrawSpoken(canvas, word.Chars, x, y));
            }
        }
    }

    /// <summary>How far words come, in pixels.</summary>
    /// <param name="motion">How they come.</param>
    /// <param name="rightToLeft">Whether their lines begin at the right.</param>
    public SKPoint Travel(MotionPlan motion, bool rightToLeft)
    {
        var way = (float)motion.Distance * Math.Min(board.Width, board.Height);
        return motion.Kind switch
        {
            MotionKind.Rise => new SKPoint(0, way),
            MotionKind.Fall => new SKPoint(0, -way),
            MotionKind.Slide => new SKPoint(rightToLeft ? way : -way, 0),
            MotionKind.Return => new SKPoint(rightToLeft ? -way : way, 0),
            _ => default,
        };
    }

    /// <summary>How logos come and go: as words of the style, but never sideways.</summary>
    public MotionPlan Logo => board.Style.Motion ?? style.Motion with { Kind = style.Motion.Kind == MotionKind.Slide ? MotionKind.Rise : style.Motion.Kind, Distance = Math.Min(style.Motion.Distance, 0.06), Stagger = 0 };

    /// <summary>Whether what ends at a time stays to the ad's end: what is there in its last half frame does.</summary>
    public bool Stays(double end) => end >= board.Duration - (0.5 / board.FramesPerSecond);

    private PlacedOverlay Place(SKRect box, Caption caption, double late, MotionPlan motion, SKPoint travel, Action<SKCanvas> draw) =>
        new(OverlayImage.Even(box), caption.Start + late, caption.Duration - late, motion.Running, travel, draw) { Stays = Stays(caption.Start + caption.Duration) };
}
