using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Finds the pictures that a storyboard names.</summary>
internal static class PictureAddress
{
    /// <summary>The address of a picture, relative to the page where it is not whole.</summary>
    /// <param name="page">The page.</param>
    /// <param name="picture">An address or a path.</param>
    /// <param name="path">Where in the storyboard it stands, for the error.</param>
    /// <exception cref="StoryboardError">It is neither an address nor a path.</exception>
    public static Uri Resolve(Uri page, string picture, string path) =>
        Uri.TryCreate(page, picture, out var address) ? address : throw new StoryboardError(path, $"\"{picture}\" is neither an address nor a path relative to {page}.");
}
