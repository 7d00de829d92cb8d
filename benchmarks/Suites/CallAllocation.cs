using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Gpu.Benchmarks.Suites;

/// <summary>
/// What a call allocates, on all threads together. BenchmarkDotNet's own memory diagnoser counts one iteration, and with it
/// what its process does beside it: some kilobytes now and then, which show as bytes a call where calls are slow. Here
/// several batches are counted when all iterations are over; the least counts. What a call allocates is in each of them.
/// </summary>
internal static class CallAllocation
{
    private const int MostCalls = 64;
    private const int MostBatches = 20;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly Dictionary<string, long> Found = [];

    /// <summary>Measures every benchmark of a suite that is set up.</summary>
    public static void Measure(object suite)
    {
        var type = suite.GetType();
        var values = type.GetProperties().Where(IsParameter).Select(p => (p.Name, Value: p.GetValue(suite)));
        foreach (var method in type.GetMethods().Where(m => m.IsDefined(typeof(BenchmarkAttribute))))
        {
            var key = Key(method.DeclaringType!, method.Name, values);
            Found.TryAdd(key, Of(method.CreateDelegate<Action>(suite)));
        }
    }

    /// <summary>Bytes a call, null where it was not measured.</summary>
    public static long? Get(Type suite, string method, IEnumerable<(string Name, object? Value)> parameters) =>
        Found.TryGetValue(Key(suite, method, parameters), out var bytes) ? bytes : null;

    /// <summary>Bytes of a call that has run before, the part of one rounded up.</summary>
    public static long Of(Action call)
    {
        var begin = Stopwatch.GetTimestamp();
        call();
        var calls = (int)Math.Clamp(Batch / Stopwatch.GetElapsedTime(begin), 1, MostCalls);
        var least = long.MaxValue;
        for (var i = 0; i < MostBatches && least > 0 && Stopwatch.GetElapsedTime(begin) < Patience; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var j = 0; j < calls; j++)
            {
                call();
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return (least + calls - 1) / calls;
    }

    private static bool IsParameter(PropertyInfo property) =>
        property.IsDefined(typeof(ParamsAttribute)) || property.IsDefined(typeof(ParamsSourceAttribute)) || property.IsDefined(typeof(ParamsAllValuesAttribute));

    private static string Key(Type suite, string method, IEnumerable<(string Name, object? Value)> parameters) =>
        $"{suite.Name}.{method}({string.Join(", ", parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Value}")))})";
}
