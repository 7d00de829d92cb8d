using System.Buffers;
using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>One piece of resident data on one device.</summary>
internal sealed class ResidentCopy
{
    /// <summary>The memory that views point into; null after the copy was given up to make room.</summary>
    public MemoryBuffer? Buffer { get; set; }

    /// <summary>Pins the host's memory, where the device uses that.</summary>
    public MemoryHandle Pin { get; set; }

    /// <summary>The number of the piece of work that used it last.</summary>
    public long LastUse { get; set; }
}
