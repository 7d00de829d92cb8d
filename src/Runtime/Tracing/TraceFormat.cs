using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tracing;

/// <summary>
/// Events in the trace event format (docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU): a group of
/// tracks each for stages, devices and requests. One thread uses it.
/// </summary>
internal sealed class TraceFormat(DateTimeOffset start)
{
    private const int Stages = 1;
    private const int Devices = 2;
    private const int Requests = 3;

    // A batch may have thousands; its first ones tell where to look.
    private const int MostNamed = 64;

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly Dictionary<string, int> _tracks = [];
    private readonly RecentBatches _placed = new();
    private Utf8JsonWriter? _json;

    public int Length => _text.WrittenCount;

    public ReadOnlyMemory<byte> Text => _text.WrittenMemory;

    public void Clear() => _text.ResetWrittenCount();

    public void Begin()
    {
        _text.Write("["u8);
        Name("process_name", Stages, 0, "stages", first: true);
        Name("process_name", Devices, 0, "devices");
        Name("process_name", Requests, 0, "requests");
    }

    public void End(long dropped)
    {
        Event("trace.end", "i", Stages, 0, start, json =>
        {
            json.WriteString("s", "g");
            json.WriteStartObject("args");
            json.WriteNumber("events left out", dropped);
            json.WriteEndObject();
        });
        _text.Write("\n]\n"u8);
    }

    public void Write(object what)
    {
        switch (what)
        {
            case BatchPlaced batch:
                _placed.Put(batch);
                break;
            case BatchEnded batch:
                Batch(batch);
                break;
            case RequestEnded request:
                Request(request);
                break;
            case RequestRetried retry:
                Event("retry", "i", Devices, Track(Devices, retry.Device), retry.At, json =>
                {
                    json.WriteString("s", "t");
                    json.WriteStartObject("args");
                    json.WriteNumber("request", retry.Request);
                    json.WriteNumber("attempt", retry.Attempt);
                    json.WriteString("failure", SnakeCase.Of(retry.Failure.ToString()));
                    json.WriteString("reason", retry.Reason);
                    json.WriteEndObject();
                });
                break;
            case DeviceChanged device:
                Event(SnakeCase.Of(device.State.ToString()), "i", Devices, Track(Devices, device.Device), device.At, json =>
                {
                    json.WriteString("s", "t");
                    json.WriteStartObject("args");
                    json.WriteString("reason", device.Reason);
                    json.WriteEndObject();
                });
                break;
            case DeviceMemory memory:
                Counter($"{memory.Device} pool bytes", memory.At, ("in use", memory.InUseBytes), ("free", memory.HeldBytes - memory.InUseBytes));
                break;
            case TraceRequests.Waiting waiting:
                Counter("waiting requests", waiting.At, ("waiting", waiting.Count));
                break;
            case Activity activity:
                Stage(activity);
                break;
        }
    }

    private void Batch(BatchEnded batch)
    {
        var placed = _placed.Take(batch.Batch);
        Event(batch.Operation, "X", Devices, Track(Devices, batch.Device), batch.At - batch.Ran, json =>
        {
            json.WriteNumber("dur", Microseconds(batch.Ran));
            json.WriteStartObject("args");
            json.WriteNumber("batch", batch.Batch);
            json.WriteNumber("requests", batch.Count);
            json.WriteNumber("size", batch.Size);
            json.WriteNumber("measured ms", batch.Ran.TotalMilliseconds);
            if (batch.Predicted > TimeSpan.Zero)
            {
                json.WriteNumber("predicted ms", batch.Predicted.TotalMilliseconds);
            }

            if (batch.BytesIn + batch.BytesOut > 0)
            {
                json.WriteNumber("moving data ms", batch.Transferred.TotalMilliseconds);
                json.WriteNumber("bytes in", batch.BytesIn);
                json.WriteNumber("bytes out", batch.BytesOut);
            }

            if (batch.Failure is { } failure)
            {
                json.WriteString("failure", SnakeCase.Of(failure.ToString()));
                json.WriteString("reason", batch.Reason);
            }

            if (batch.Dropped)
            {
                json.WriteBoolean("dropped", true);
            }

            if (placed is not null)
            {
                json.WriteString("key", placed.BatchKey);
            }

            if (placed is { Considered.Count: > 0 })
            {
                json.WriteString("placed because", PlacementReason.Of(placed));
                json.WriteString("request numbers", string.Join(' ', placed.Requests.Take(MostNamed)));
            }

            json.WriteEndObject();
        });
    }

    private void Request(RequestEnded request)
    {
        var submitted = request.At - request.Queued - request.Ran;
        Async(request.Operation, "b", request.Request, submitted, json =>
        {
            json.WriteStartObject("args");
            json.WriteNumber("request", request.Request);
            json.WriteString("priority", SnakeCase.Of(request.Priority.ToString()));
            json.WriteString("outcome", SnakeCase.Of(request.Outcome.ToString()));
            json.WriteNumber("attempts", request.Attempts);
            if (request.Tenant.Length > 0)
            {
                json.WriteString("tenant", request.Tenant);
            }

            if (request.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            if (request.Batch != 0)
            {
                json.WriteNumber("batch", request.Batch);
                json.WriteString("device", request.Device);
            }

            json.WriteEndObject();
        });
        Async("queued", "b", request.Request, submitted);
        Async("queued", "e", request.Request, submitted + request.Queued);
        if (request.Device is { } device)
        {
            Async($"on {device}", "b", request.Request, submitted + request.Queued);
            Async($"on {device}", "e", request.Request, request.At);
        }

        Async(request.Operation, "e", request.Request, request.At);
    }

    private void Stage(Activity activity)
    {
        var track = activity.TraceId.ToHexString();
        Event(activity.OperationName, "X", Stages, Track(Stages, track), activity.StartTimeUtc, json =>
        {
            json.WriteNumber("dur", Microseconds(activity.Duration));
            json.WriteStartObject("args");
            foreach (var (key, value) in activity.TagObjects)
            {
                json.WriteString(key, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
            }

            if (activity.Status == ActivityStatusCode.Error)
            {
                json.WriteString("error", activity.StatusDescription);
            }

            json.WriteEndObject();
        });
    }

    private void Counter(string name, DateTimeOffset at, params ReadOnlySpan<(string Name, long Value)> values)
    {
        var json = Open(name, "C", Devices, 0, at);
        json.WriteStartObject("args");
        foreach (var (series, value) in values)
        {
            json.WriteNumber(series, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private void Async(string name, string phase, long request, DateTimeOffset at, Action<Utf8JsonWriter>? more = null) =>
        Event(name, phase, Requests, 0, at, json =>
        {
            json.WriteString("cat", "request");
            json.WriteNumber("id", request);
            more?.Invoke(json);
        });

    private void Event(string name, string phase, int process, int track, DateTimeOffset at, Action<Utf8JsonWriter> more)
    {
        var json = Open(name, phase, process, track, at);
        more(json);
        json.WriteEndObject();
        json.Flush();
    }

    private Utf8JsonWriter Open(string name, string phase, int process, int track, DateTimeOffset at, bool first = false)
    {
        _text.Write(first ? "\n"u8 : ",\n"u8);
        // One for all events: each is flushed at its end.
        var json = _json ??= new Utf8JsonWriter(_text);
        json.Reset();
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("ph", phase);
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", track);
        json.WriteNumber("ts", Microseconds(at - start));
        return json;
    }

    private void Name(string what, int process, int track, string name, bool first = false)
    {
        var json = Open(what, "M", process, track, start, first);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    private int Track(int process, string name)
    {
        var key = $"{process} {name}";
        if (!_tracks.TryGetValue(key, out var track))
        {
            _tracks.Add(key, track = _tracks.Count + 1);
            Name("thread_name", process, track, process == Stages ? $"workflow {name[..8]}" : name);
        }

        return track;
    }

    private static double Microseconds(TimeSpan span) => Math.Round(span.TotalMicroseconds, 3);
}
