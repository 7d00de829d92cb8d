using Gpu.Workflow.Avatars;
using static Gpu.Workflow.Storyboards.StoryboardCheck;

namespace Gpu.Workflow.Storyboards;

/// <summary>Checks what a storyboard says of its presenter.</summary>
internal static class AvatarCheck
{
    private const double Smallest = 0.12;
    private const double Largest = 0.5;

    /// <exception cref="StoryboardError">A value is not accepted.</exception>
    public static void Check(AvatarPlan avatar)
    {
        Require(avatar.Name is null != avatar.Picture is null, "$.avatar", $"it has {(avatar.Name is null ? "neither a name nor a picture" : "both a name and a picture")}; one of the two is needed.");
        Require(avatar.Name is null || AvatarCatalogue.Find(avatar.Name) is not null, "$.avatar.name", $"\"{avatar.Name}\" is no presenter; accepted: {AvatarCatalogue.Names}.");
        Require(avatar.Picture is null || (avatar.Picture.Trim().Length > 0 && !avatar.Picture.Contains('\0', StringComparison.Ordinal)), "$.avatar.picture", $"\"{avatar.Picture}\" is no path of a file.");
        Defined("$.avatar.corner", avatar.Corner);
        Require(double.IsFinite(avatar.Size) && avatar.Size is >= Smallest and <= Largest, "$.avatar.size", $"{avatar.Size} is outside {Smallest} to {Largest}.");
    }
}
