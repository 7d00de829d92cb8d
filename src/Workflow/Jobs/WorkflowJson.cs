using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gpu.Workflow.Jobs;

/// <summary>How files are written that people read too: letters of all scripts stay themselves, enumerations are names.</summary>
internal static class WorkflowJson
{
    private static readonly StateJson States = new(Readable(StateJson.Default.Options, JsonNamingPolicy.SnakeCaseLower));
    private static readonly OutputJson Outputs = new(Readable(OutputJson.Default.Options, JsonNamingPolicy.CamelCase));

    public static JsonTypeInfo<WorkflowState> State => States.WorkflowState;

    public static JsonTypeInfo<AdManifest> Manifest => Outputs.AdManifest;

    public static JsonTypeInfo<ManifestOptions> Options => Outputs.ManifestOptions;

    public static JsonTypeInfo<IReadOnlyList<BatchItem>> Batch => Outputs.IReadOnlyListBatchItem;

    // The files go to people and JSON parsers, never into HTML.
    private static JsonSerializerOptions Readable(JsonSerializerOptions options, JsonNamingPolicy names) => new(options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(names) },
    };
}

/// <summary>States are in snake case, as the system that this one replaces wrote them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(WorkflowState))]
internal sealed partial class StateJson : JsonSerializerContext;

/// <summary>What lies beside an ad is in camel case, as its storyboard is.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(AdManifest))]
[JsonSerializable(typeof(IReadOnlyList<BatchItem>))]
internal sealed partial class OutputJson : JsonSerializerContext;
