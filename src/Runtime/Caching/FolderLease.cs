using System.Security.Cryptography;
using System.Text;

namespace Gpu.Runtime.Caching;

/// <summary>The right to compute, held by a lock on a file, which the system releases when the process dies, however it dies.</summary>
internal sealed class FolderLease : IAsyncDisposable
{
    public const string FolderName = ".leases";

    private readonly FileStream _lock;

    private FolderLease(FileStream hold) => _lock = hold;

    /// <exception cref="IOException">No file can be made there.</exception>
    public static LeaseAnswer TryTake(string leases, string key)
    {
        var path = Path.Combine(leases, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]);
        try
        {
            // FileShare.None is an flock: whoever comes second fails.
            return new LeaseAnswer(new FolderLease(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)), false);
        }
        catch (IOException) when (File.Exists(path))
        {
            return new LeaseAnswer(null, true);
        }
    }

    public ValueTask DisposeAsync()
    {
        // Deleted while it is held. Whoever opened the file a moment before holds one that is gone, and two compute: no harm.
        FolderSpace.TryDelete(_lock.Name);
        return _lock.DisposeAsync();
    }
}
