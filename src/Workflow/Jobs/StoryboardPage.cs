using Gpu.Workflow.Avatars;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>What stands for a page where there is only a storyboard.</summary>
internal static class StoryboardPage
{
    /// <summary>A page with nothing but a storyboard's title, at the storyboard's address: pictures are relative to it.</summary>
    public static PageContent Of(WorkflowRequest request)
    {
        var board = request.Storyboard!;
        return new PageContent
        {
            Source = request.Source,
            Url = LocalScope.Trusted(new Uri(Path.GetFullPath(request.Source))),
            Title = board.Title,
            Text = "",
            Language = board.Language,
            RightToLeft = board.RightToLeft,
        };
    }

    /// <summary>The storyboard that a request gives; null for none. Where it is all there is, its files are named whole, as they are found from its own place.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="page">The address of the page, or of what stands for it.</param>
    public static Storyboard? Given(WorkflowRequest request, Uri page) =>
        request is { StoryboardOnly: true, Storyboard: { } board } ? StoryboardFiles.Whole(board, page) : request.Storyboard;

    /// <summary>What a planner is told of a request.</summary>
    public static StoryboardOptions Options(WorkflowRequest request, int width, int height) => new(width, height, request.FramesPerSecond, request.Duration, request.Seed)
    {
        Sound = request.HasSound ? request.Sound : null,
        Avatar = AvatarChoice.Plan(request.Avatar, request.Seed, width, height),
        Style = request.Style,
        Captions = request.Captions,
    };
}
