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

    /// <summary>What a planner is told of a request.</summary>
    public static StoryboardOptions Options(WorkflowRequest request, int width, int height) => new(width, height, request.FramesPerSecond, request.Duration, request.Seed)
    {
        Sound = request.HasSound ? request.Sound : null,
        Avatar = AvatarChoice.Plan(request.Avatar, request.Seed, width, height),
        Style = request.Style,
        Captions = request.Captions,
    };
}
