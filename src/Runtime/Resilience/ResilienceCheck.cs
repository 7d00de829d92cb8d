using System.ComponentModel.DataAnnotations;

namespace Gpu.Runtime.Resilience;

/// <summary>Checks the settings of the pipelines; each message names the setting, its value and its bound.</summary>
internal static class ResilienceCheck
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan HalfSecond = TimeSpan.FromMilliseconds(500);

    public static IEnumerable<string> Failures(ResilienceOptions options) =>
        Enum.GetValues<Dependency>().SelectMany(dependency => Failures(dependency, options.Of(dependency)));

    private static IEnumerable<string> Failures(Dependency dependency, DependencyOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true);
        foreach (var result in found)
        {
            var name = result.MemberNames.First();
            yield return $"Resilience.{dependency}.{name} is {typeof(DependencyOptions).GetProperty(name)!.GetValue(options)}: {result.ErrorMessage}";
        }

        (string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] times =
        [
            (nameof(options.Timeout), options.Timeout ?? Hour, TimeSpan.FromMilliseconds(1), Hour),
            (nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(5)),
            (nameof(options.BreakerWindow), options.BreakerWindow, HalfSecond, Hour),
            (nameof(options.BreakerPause), options.BreakerPause, HalfSecond, Hour),
        ];
        foreach (var (name, value, least, most) in times)
        {
            if (value < least || value > most)
            {
                yield return $"Resilience.{dependency}.{name} is {value}; it must be {least} to {most}.";
            }
        }
    }
}
