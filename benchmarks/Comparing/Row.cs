using System.Text.Json.Serialization;

namespace Gpu.Benchmarks.Comparing;

/// <summary>A row of the table, and an object of the JSON list.</summary>
internal sealed record Row(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("peer")] string Peer,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("ours")] double Ours,
    [property: JsonPropertyName("peer_value")] double PeerValue,
    [property: JsonPropertyName("ours_range")] double[] OursRange,
    [property: JsonPropertyName("peer_range")] double[] PeerRange,
    [property: JsonPropertyName("ratio")] double Ratio,
    [property: JsonPropertyName("goal")] double Goal,
    [property: JsonPropertyName("kind")] string Kind);
