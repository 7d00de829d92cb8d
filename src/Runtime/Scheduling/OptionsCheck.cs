using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Gpu.Runtime.Scheduling;

/// <summary>Checks options by their attributes; each message names the setting, its value and the bound.</summary>
internal static class OptionsCheck
{
    /// <summary>Throws where an option is outside of its bounds.</summary>
    /// <exception cref="ConfigurationError">It is; the message names all of them.</exception>
    public static void ThrowIfInvalid(ComputeOptions options)
    {
        if (Failures(options) is { Count: > 0 } failures)
        {
            throw new ConfigurationError(string.Join(" ", failures));
        }
    }

    /// <summary>What is wrong, a sentence each.</summary>
    public static IReadOnlyList<string> Failures(ComputeOptions options)
    {
        List<string> failures = [];
        foreach (var property in typeof(ComputeOptions).GetProperties())
        {
            var value = property.GetValue(options);
            if (value is Enum && !Enum.IsDefined(property.PropertyType, value))
            {
                failures.Add($"{property.Name} is {value}; it must be one of {string.Join(", ", Enum.GetNames(property.PropertyType))}.");
            }

            if (property.GetCustomAttributes(typeof(RangeAttribute), false) is [RangeAttribute range] && value is not null && !range.IsValid(value))
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{property.Name} is {value}; it must be from {range.Minimum} to {range.Maximum}."));
            }
        }

        foreach (var (tenant, weight) in options.TenantWeights)
        {
            if (weight is not (>= 0.001 and <= 1000))
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"TenantWeights[{tenant}] is {weight}; it must be from 0.001 to 1000."));
            }
        }

        return failures;
    }
}
