using Gpu.Workflow.Avatars.Drawing;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Avatars;

/// <summary>Where a presenter stands in a frame.</summary>
internal static class AvatarPlace
{
    // What moves with the head, as a part of the badge's diameter.
    private const float Sway = 0.03f;

    /// <summary>All that it may cover, a movement of the head included; null where there is no presenter.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="safe">What no player covers.</param>
    public static SKRect? Of(Storyboard board, SKRect safe)
    {
        if (board.Avatar is not { } avatar)
        {
            return null;
        }

        var width = (float)(avatar.Size * Math.Min(board.Width, board.Height));
        var height = width * ((Badge.Box.Height / Badge.Diameter) + Sway);
        var left = avatar.Corner == AvatarCorner.BottomLeft ? safe.Left : safe.Right - width;
        return SKRect.Create(left, safe.Bottom - height, width, height);
    }
}
