using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Caching;

/// <summary>Where results are kept, and how much of them.</summary>
public sealed class CacheOptions
{
    /// <summary>The first part of every key. Programs that share a Redis and this name share their results.</summary>
    /// <value><c>gpu</c>. 1 to 32 of a-z, 0-9 and -.</value>
    [ConfigurationKeyName("application")]
    public string Application { get; set; } = "gpu";

    /// <summary>How many bytes of results are kept in this process's memory; 0 for none.</summary>
    /// <value>256 MiB. Up to 64 GiB.</value>
    [ConfigurationKeyName("memory_bytes")]
    public long MemoryBytes { get; set; } = 256L << 20;

    /// <summary>The folder in which results are kept for later processes where no Redis is given; null for none.</summary>
    /// <value>null</value>
    [ConfigurationKeyName("folder")]
    public string? Folder { get; set; }

    /// <summary>How many bytes the folder may hold; the least lately used go first.</summary>
    /// <value>2 GiB. From 1 MiB to 1 TiB.</value>
    [ConfigurationKeyName("folder_bytes")]
    public long FolderBytes { get; set; } = 2L << 30;

    /// <summary>The most bytes of one result; larger ones are not kept.</summary>
    /// <value>128 MiB. From 1 KiB to 512 MiB, which is what a Redis value may hold.</value>
    [ConfigurationKeyName("max_value_bytes")]
    public long MaxValueBytes { get; set; } = 128L << 20;

    /// <summary>How long a process that computes a result may be silent before another takes its place.</summary>
    /// <value>3 seconds. From 500 ms to 5 minutes.</value>
    [ConfigurationKeyName("lease_time")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The Redis that processes and machines share; null for none.</summary>
    /// <value>null</value>
    [ConfigurationKeyName("redis")]
    public RedisOptions? Redis { get; set; }
}
