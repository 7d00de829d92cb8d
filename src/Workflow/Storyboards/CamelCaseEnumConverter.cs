using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gpu.Workflow.Storyboards;

/// <summary>Enumerations as camelCase words, never as numbers.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
