using System.Text.Json.Serialization;
using Gpu.Runtime.Optimizers;

namespace Gpu.Runtime.Metrics;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Ready">Whether work is taken.</param>
/// <param name="Parts">The state of every part.</param>
internal sealed record Health(bool Ready, IReadOnlyDictionary<string, OptimizerState> Parts);

/// <summary>The endpoint's objects.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(RuntimeSnapshot))]
internal sealed partial class MetricsJson : JsonSerializerContext;
