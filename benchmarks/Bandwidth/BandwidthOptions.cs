using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gpu.Runtime.Devices;

namespace Gpu.Benchmarks.Bandwidth;

/// <summary>The arguments of <c>bandwidth</c>.</summary>
/// <param name="Device">Where to run.</param>
/// <param name="Only">A part of the kernels' names.</param>
/// <param name="Milliseconds">How long each kernel is measured at least.</param>
internal sealed record BandwidthOptions(DeviceSelection Device, string Only, int Milliseconds)
{
    public const string Usage = "Usage: bandwidth [--device auto|cuda|opencl|cpu] [--only PATTERN] [--milliseconds N]";
    private const int DefaultMilliseconds = 300;

    /// <summary>Reads arguments.</summary>
    public static bool TryParse(string[] arguments, [NotNullWhen(true)] out BandwidthOptions? options, out string complaint)
    {
        options = null;
        var parsed = new BandwidthOptions(DeviceSelection.Auto, "", DefaultMilliseconds);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            complaint = $"\"{arguments[i]} {value}\" is not understood.";
            switch (arguments[i])
            {
                case "--device" when Enum.TryParse<DeviceSelection>(value, ignoreCase: true, out var device):
                    parsed = parsed with { Device = device };
                    break;
                case "--only" when value.Length > 0:
                    parsed = parsed with { Only = value };
                    break;
                case "--milliseconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds):
                    parsed = parsed with { Milliseconds = milliseconds };
                    break;
                default:
                    return false;
            }
        }

        complaint = "";
        options = parsed;
        return true;
    }
}
