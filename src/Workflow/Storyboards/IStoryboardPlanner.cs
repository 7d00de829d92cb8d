using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Storyboards;

/// <summary>The third stage: suggestions become a storyboard.</summary>
public interface IStoryboardPlanner
{
    /// <summary>Plans an ad. The same arguments give the same storyboard.</summary>
    /// <param name="content">The page.</param>
    /// <param name="suggestions">What to use: those that are selected.</param>
    /// <param name="pictures">The sizes in pixels of the selected images, and of the logo, that could be loaded, by <see cref="PageImage.Url"/> and <see cref="PageContent.Logo"/>; others are not used.</param>
    /// <param name="options">Size, length and seed.</param>
    Storyboard Plan(PageContent content, IReadOnlyList<Suggestion> suggestions, IReadOnlyDictionary<Uri, PictureSize> pictures, StoryboardOptions options);
}
