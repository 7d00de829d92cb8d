using Gpu.Runtime.Caching;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Jobs;

/// <summary>The stages of a workflow, each replaceable: register another implementation before <c>AddGpuWorkflow</c>, or after it to override.</summary>
/// <param name="Extractor">Page to content.</param>
/// <param name="Suggester">Content to suggestions.</param>
/// <param name="Pictures">Addresses to bitmaps.</param>
/// <param name="Planner">Suggestions to storyboard.</param>
/// <param name="Renderer">Storyboard to frames.</param>
/// <param name="Encoder">Frames to files.</param>
/// <param name="Judge">What bitmaps show, so that no two pictures of an ad show the same; null to use them as they come.</param>
/// <param name="Cache">Keeps what stages make, by their inputs and code; null to make everything each time.</param>
/// <param name="Pipelines">How the encoder and the devices are tried again; null for never.</param>
/// <param name="Sound">Storyboard to sound; null for silent ads.</param>
public sealed record WorkflowStages(
    IContentExtractor Extractor,
    ISuggester Suggester,
    IPictureLoader Pictures,
    IStoryboardPlanner Planner,
    IFrameRenderer Renderer,
    IVideoEncoder Encoder,
    IPictureJudge? Judge = null,
    ResultCache? Cache = null,
    ResiliencePipelines? Pipelines = null,
    ISoundMaker? Sound = null)
{
    /// <summary>All that decides what a film looks and sounds like.</summary>
    internal IEnumerable<object?> OfFilm() => [Renderer, Encoder, Pictures, Sound];
}
