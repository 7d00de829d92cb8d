using System.Text.Json;

namespace Gpu.Runtime.Metrics;

/// <summary>Names of code as the values of labels: <c>DeviceFailed</c> is <c>device_failed</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
