using Gpu.Runtime.Devices;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Devices;

public class DiscoveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auto_lists_every_kind_and_says_why_each_device_is_not_used()
    {
        await using var engine = await Engines.OpenAsync(DeviceSelection.Auto);
        Assert.Equal([DeviceKind.Cuda, DeviceKind.OpenCL, DeviceKind.Cpu], engine.Devices.Select(d => d.Kind).Distinct());
        Assert.All(engine.Devices, d => Assert.Equal(d.InUse, d.Refusal is null));
        Assert.Contains(engine.Devices, d => d.InUse);

        var cpu = Assert.Single(engine.Devices, d => d.Kind == DeviceKind.Cpu);
        Assert.Equal(Environment.ProcessorCount, cpu.Cores);
        Assert.InRange(cpu.MemoryBytes, 1L << 26, 1L << 46);
        Assert.Contains("2 workers", cpu.Driver, StringComparison.Ordinal);

        var pocl = Assert.Single(engine.Devices, d => d.Driver.StartsWith(Pocl.Platform, StringComparison.Ordinal));
        Assert.False(pocl.InUse);
        Assert.Contains("cpu device is faster", pocl.Refusal, StringComparison.Ordinal);
    }

    // Telling by itself, in a process that has not asked before.
    [Fact]
    public async Task Many_who_ask_at_once_are_all_told_of_the_same_devices()
    {
        using var start = new Barrier(8);
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Token);
                return string.Join(' ', OpenCLProbe.Find().Where(static c => c.IsUsable).Select(static c => c.Info.Id));
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.All(found, static ids => Assert.Contains("opencl:0", ids, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opencl_asked_for_runs_work_on_pocl()
    {
        await using var engine = await Engines.OpenAsync(DeviceSelection.OpenCL);
        var from = Enumerable.Range(0, 5000).ToArray();
        var to = new int[from.Length];
        var receipt = await engine.RunAsync(new AddWork(from, to, 7), cancellationToken: Token);
        Assert.Equal(from.Select(x => x + 7), to);
        Assert.StartsWith("opencl:", receipt.DeviceId, StringComparison.Ordinal);
        Engines.AssertNothingInUse(engine);
    }

    [Fact]
    public async Task Cuda_asked_for_where_there_is_none_fails_with_a_list_of_what_was_found()
    {
        if (CudaProbe.Find().Any(c => c.IsUsable))
        {
            Assert.Skip("This machine has an NVIDIA GPU.");
        }

        var error = await Assert.ThrowsAsync<DeviceNotAvailableError>(() => Engines.OpenAsync(DeviceSelection.Cuda));
        Assert.Contains("No cuda device can be used.", error.Message, StringComparison.Ordinal);
        Assert.Contains("cpu (", error.Message, StringComparison.Ordinal);
        Assert.Contains("Portable Computing Language", string.Join(' ', OpenCLProbe.Find().Select(c => c.Info.Driver)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_does_not_open_is_refused_with_its_reason()
    {
        var broken = Engines.Cpu("cuda:0", kind: DeviceKind.Cuda) with { Open = () => throw new InvalidOperationException("driver says no") };
        await using var engine = await Engines.OnAsync([broken, Engines.Cpu("cpu:0")]);
        var refused = Assert.Single(engine.Devices, d => d.Id == "cuda:0");
        Assert.False(refused.InUse);
        Assert.Contains("driver says no", refused.Refusal, StringComparison.Ordinal);

        var to = new int[1];
        Assert.Equal("cpu:0", (await engine.RunAsync(new AddWork(new[] { 1 }, to, 1), cancellationToken: Token)).DeviceId);
    }

    [Fact]
    public async Task Where_no_gpu_opens_auto_goes_on_with_the_processor_and_a_kind_asked_for_fails()
    {
        var broken = Engines.Cpu("cuda:0", kind: DeviceKind.Cuda) with { Open = () => throw new InvalidOperationException("driver says no") };
        await using (var engine = await Engines.OnAsync([broken]))
        {
            Assert.Equal("cpu", (await engine.RunAsync(new HostWork(_ => { }), cancellationToken: Token)).DeviceId);
        }

        var error = await Assert.ThrowsAsync<DeviceNotAvailableError>(() => Engines.OnAsync([broken], o => o.Device = DeviceSelection.Cuda));
        Assert.Contains("driver says no", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Pocl.Platform, null, Pocl.Variable)]
    [InlineData(Pocl.Platform, "-O2", Pocl.Variable)]
    [InlineData("Some platform", Pocl.Mapping, "generic address space")]
    public void Opencl_without_generic_address_space_is_refused_with_what_to_do(string platform, string? flags, string part) =>
        Assert.Contains(part, Pocl.Fault(platform, flags), StringComparison.Ordinal);

    [Fact]
    public void Pocl_is_accepted_with_its_flag() => Assert.Null(Pocl.Fault(Pocl.Platform, $"-O2 {Pocl.Mapping}"));
}
