namespace Gpu.Runtime.Metrics;

/// <summary>A device's report as metrics.</summary>
internal static class DeviceGauges
{
    private static readonly string[] States = ["refused", .. Enum.GetNames<Scheduling.DeviceState>().Select(SnakeCase.Of)];

    public static void Set(MetricSet set, DeviceReport device)
    {
        set.Gauge(MetricNames.DeviceInfo).WithLabels(device.Id, device.Name, device.Kind).Set(1);
        foreach (var state in States)
        {
            set.Gauge(MetricNames.DeviceState).WithLabels(device.Id, state).Set(state == device.State ? 1 : 0);
        }

        // A device that was refused does nothing: it has a state and no values.
        if (device is { State: "refused", Batches: 0 })
        {
            return;
        }

        set.Counter(MetricNames.DeviceBusySeconds).WithLabels(device.Id).IncTo(device.BusySeconds);
        set.Gauge(MetricNames.Running).WithLabels(device.Id).Set(device.RunningRequests);
        set.Gauge(MetricNames.PoolBytes).WithLabels(device.Id, "in_use").Set(device.PoolInUseBytes);
        set.Gauge(MetricNames.PoolBytes).WithLabels(device.Id, "free").Set(device.PoolBytes - device.PoolInUseBytes);
        set.Gauge(MetricNames.DeviceMemoryTotal).WithLabels(device.Id).Set(device.MemoryBytes);
        Tell(set, MetricNames.PoolLimit, device.Id, device.PoolLimitBytes);
        Tell(set, MetricNames.DeviceUtilisation, device.Id, device.Utilisation);
        Tell(set, MetricNames.DeviceMemoryUsed, device.Id, device.MemoryUsedBytes);
        Tell(set, MetricNames.DevicePower, device.Id, device.Watts);
        Tell(set, MetricNames.DeviceTemperature, device.Id, device.Celsius);
    }

    // What a device does not tell is left out, and goes when it stops telling: a value of before would look like one of now.
    private static void Tell(MetricSet set, string name, string device, double? value)
    {
        if (value is { } known)
        {
            set.Gauge(name).WithLabels(device).Set(known);
        }
        else
        {
            set.Gauge(name).RemoveLabelled(device);
        }
    }
}
