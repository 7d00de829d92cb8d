using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Optimizers;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Extraction.Brands;
using Gpu.Workflow.Extraction.Products;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Cli;

/// <summary>The objects that <c>--json</c> writes, a line each.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(AdOutput))]
[JsonSerializable(typeof(PageOutput))]
[JsonSerializable(typeof(SuggestOutput))]
[JsonSerializable(typeof(ErrorOutput))]
[JsonSerializable(typeof(BatchOutput))]
[JsonSerializable(typeof(CacheOutput))]
[JsonSerializable(typeof(IReadOnlyList<DeviceOutput>))]
[JsonSerializable(typeof(IReadOnlyList<EncoderOutput>))]
[JsonSerializable(typeof(RuntimeSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<AvatarInfo>))]
[JsonSerializable(typeof(IReadOnlyList<StyleInfo>))]
internal sealed partial class CliJson : JsonSerializerContext;

/// <summary>The objects with letters of all scripts as themselves: they go to JSON parsers and people, never into HTML.</summary>
internal static class ReadableJson
{
    public static CliJson Types { get; } = new(new JsonSerializerOptions(CliJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<SuggestionKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<OptimizerState>(), new JsonStringEnumConverter<FactSource>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<BrandColourSource>(JsonNamingPolicy.CamelCase) },
    });
}
