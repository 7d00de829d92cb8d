using System.Text.Json.Serialization;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>How results of stages lie in the cache: UTF-8 JSON, of which a changed record changes its own shape.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(PageContent))]
[JsonSerializable(typeof(IReadOnlyList<Suggestion>))]
[JsonSerializable(typeof(PictureSetData))]
[JsonSerializable(typeof(AdManifest))]
[JsonSerializable(typeof(SuggestionEdits))]
[JsonSerializable(typeof(SoundPlan))]
internal sealed partial class CacheJson : JsonSerializerContext;
