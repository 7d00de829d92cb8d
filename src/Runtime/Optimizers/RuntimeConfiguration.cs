using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Optimizers;

/// <summary>Reads the runtime's settings from configuration.</summary>
internal static class RuntimeConfiguration
{
    /// <summary>Sets the options that the configuration names.</summary>
    /// <exception cref="ConfigurationError">A value cannot be read; the message names the key, the value and what may stand there.</exception>
    public static void Bind(IConfiguration configuration, GpuRuntimeOptions options)
    {
        // The binder's own error says neither what may stand there nor, for some types, which key it was.
        foreach (var property in typeof(GpuRuntimeOptions).GetProperties())
        {
            var key = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()!.Name;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (configuration[key] is { Length: > 0 } value && !CanRead(type, value))
            {
                throw new ConfigurationError($"{key} is '{value}'; it must be {Expected(type)}.");
            }
        }

        try
        {
            configuration.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // Of what stands in sections; its message names the key. The value is in the inner one only, and may be a secret.
            throw new ConfigurationError($"{e.Message} Give a number, true or false, or a time such as 00:00:10.", e);
        }
    }

    private static bool CanRead(Type type, string value) => type.IsEnum
        ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
        : IsValid(TypeDescriptor.GetConverter(type), value);

    private static bool IsValid(TypeConverter converter, string value)
    {
        try
        {
            return converter.ConvertFromString(null, CultureInfo.InvariantCulture, value) is not null;
        }
        // Converters throw whatever they like; that they throw is the answer.
        catch (Exception)
        {
            return false;
        }
    }

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:10",
        _ => "a whole number",
    };
}
