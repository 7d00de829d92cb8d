using Gpu.Runtime.Devices;

namespace Gpu.Runtime.Tests.Devices;

public sealed class HostTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gpu-host-").FullName;

    [Theory]
    [InlineData("processor\t: 0\nvendor_id\t: X\nmodel name\t: Some   CPU @ 2.00GHz\n", "Some CPU @ 2.00GHz")]
    [InlineData("processor\t: 0\nBogoMIPS\t: 50\n\nHardware\t: BCM2835\nModel\t\t: Raspberry Pi 4\n", "BCM2835")]
    [InlineData("processor\t: 0\ncpu\t\t: POWER9, altivec supported\n", "POWER9, altivec supported")]
    [InlineData("processor : 0\n", null)]
    public void The_processor_s_name_is_read_on_every_architecture(string text, string? name) => Assert.Equal(name, HostProcessor.FromCpuInfo(text));

    [Fact]
    public void Memory_is_the_machine_s_without_limits()
    {
        Write("proc/meminfo", "MemTotal:       8000000 kB\nMemFree: 1 kB\n");
        Assert.Equal(8_000_000L * 1024, HostMemory.Linux(_root, 1));
    }

    [Fact]
    public void Memory_heeds_the_least_limit_of_all_control_groups_above_the_process()
    {
        Write("proc/meminfo", "MemTotal:       8000000 kB\n");
        Write("proc/self/cgroup", "0::/a/b/c\n");
        Write("sys/fs/cgroup/a/b/c/memory.max", "max\n");
        Write("sys/fs/cgroup/a/memory.max", "1000000\n");
        Write("sys/fs/cgroup/memory.max", "2000000\n");
        Assert.Equal(1_000_000, HostMemory.Linux(_root, 1));
    }

    [Fact]
    public void Memory_heeds_control_groups_of_version_1()
    {
        Write("proc/meminfo", "MemTotal:       8000000 kB\n");
        Write("proc/self/cgroup", "5:cpu,cpuacct:/x\n4:memory:/docker/1\n0::/\n");
        Write("sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes", "3000000\n");
        Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Assert.Equal(3_000_000, HostMemory.Linux(_root, 1));
    }

    [Fact]
    public void Memory_that_cannot_be_read_is_what_the_runtime_says() => Assert.Equal(77, HostMemory.Linux(_root, 77));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
