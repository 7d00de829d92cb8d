using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling.Costs;

/// <summary>The cost model on disk, so that a new process need not learn again. It is never needed: what is wrong with it is a warning.</summary>
internal sealed partial class CostFile(string path, ILogger logger)
{
    // Changes with the meaning of the values.
    private const int Version = 1;

    // One name, so that what a killed process leaves is overwritten; whoever writes has it open for itself.
    private readonly string _temporary = $"{path}.new";

    /// <summary>Reads the model; a new one where there is none, or none that can be read.</summary>
    public CostModel Read()
    {
        var model = new CostModel();
        try
        {
            Sweep();
            if (!File.Exists(path))
            {
                return model;
            }

            using var stream = File.OpenRead(path);
            var saved = JsonSerializer.Deserialize<Saved>(stream);
            if (saved?.Version != Version || saved.Samples is null)
            {
                LogOther(logger, path, saved?.Version ?? 0, Version);
                return model;
            }

            var bad = saved.Samples.Count(s => s?.Operation is null || s.Device is null || !model.Restore(s.Operation, s.Device, s.Count, s.Size, s.Run, s.Transfer));
            if (bad > 0)
            {
                LogBad(logger, path, bad, saved.Samples.Count);
            }

            return model;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            LogUnreadable(logger, path, e);
            return new CostModel();
        }
    }

    /// <summary>Writes the model beside the old file, and renames it over that.</summary>
    public void Write(CostModel model)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using var stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            JsonSerializer.Serialize(stream, new Saved(Version, [.. Samples(model)]));
            stream.Flush(flushToDisk: true);
            File.Move(_temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            LogNotWritten(logger, path, e);
        }
    }

    // What another process writes at this moment is locked, and stays.
    private void Sweep()
    {
        try
        {
            if (File.Exists(_temporary))
            {
                using var left = new FileStream(_temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(_temporary);
            }
        }
        catch (IOException e)
        {
            LogInUse(logger, _temporary, e);
        }
    }

    private static IEnumerable<Sample> Samples(CostModel model) => model.Curves.SelectMany(static curve =>
        curve.Value.Buckets.Select(b => new Sample(curve.Key.Operation, curve.Key.Device, b.Count, b.Size, b.Run, b.Transfer)));

    private sealed record Saved(int Version, IReadOnlyList<Sample>? Samples);

    private sealed record Sample(string Operation, string Device, int Count, double Size, double Run, double Transfer);

    [LoggerMessage(301, LogLevel.Warning, "The cost model {Path} cannot be read; costs are learned anew")]
    private static partial void LogUnreadable(ILogger logger, string path, Exception cause);

    [LoggerMessage(302, LogLevel.Warning, "The cost model {Path} is of version {Found}, not {Wanted}; costs are learned anew")]
    private static partial void LogOther(ILogger logger, string path, int found, int wanted);

    [LoggerMessage(303, LogLevel.Warning, "The cost model {Path} has impossible values, {Bad} of {All}; they are learned anew")]
    private static partial void LogBad(ILogger logger, string path, int bad, int all);

    [LoggerMessage(305, LogLevel.Debug, "{Path} is being written by another process")]
    private static partial void LogInUse(ILogger logger, string path, Exception cause);

    [LoggerMessage(304, LogLevel.Warning, "The cost model {Path} could not be written; the next process learns anew")]
    private static partial void LogNotWritten(ILogger logger, string path, Exception cause);
}
