using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Gpu.Runtime.Caching;

/// <summary>
/// Keeps values in files of a folder, for processes of one machine. A file is written under another name and renamed; its
/// time is that of its last use, and the least lately used go when the folder is full.
/// </summary>
internal sealed class FolderStore : ICacheStore
{
    private const int ExpiryLength = 8;
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    private readonly CacheNames _names;
    private readonly CacheOptions _options;
    private readonly CacheInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly FolderSpace _space;

    public FolderStore(CacheOptions options, CacheInstruments instruments, TimeProvider time)
    {
        (_options, _instruments, _time) = (options, instruments, time);
        _names = new CacheNames(options.Application);
        _space = new FolderSpace(Path.GetFullPath(options.Folder!), options.FolderBytes, options.Application);
    }

    public string Name => "folder";

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var path = PathOf(key);
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            if (bytes.Length < ExpiryLength || !CacheEnvelope.TryUnwrap(key, bytes.AsMemory(ExpiryLength), _options.MaxValueBytes, out var value))
            {
                _instruments.OnCorrupt();
                File.Delete(path);
                return null;
            }

            if (IsOver(bytes))
            {
                File.Delete(path);
                return null;
            }

            Touch(path);
            _instruments.OnRead(_time.GetElapsedTime(started), bytes.Length);
            return value;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            _instruments.OnRead(_time.GetElapsedTime(started), 0);
            return null;
        }
        catch (Exception e) when (IsExpected(e))
        {
            _instruments.OnError(e.Message);
            return null;
        }
    }

    public async Task WriteAsync(string key, ReadOnlyMemory<byte> value, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var whole = CacheEnvelope.Wrap(key, value.Span);
        var path = PathOf(key);
        var temporary = $"{path}.{Guid.NewGuid():N}{FolderSpace.Unfinished}";
        try
        {
            if (!_space.Make(whole.Length + ExpiryLength))
            {
                _instruments.OnFull();
                return;
            }

            _space.Within(Path.GetDirectoryName(path)!);
            var expiry = new byte[ExpiryLength];
            BinaryPrimitives.WriteInt64LittleEndian(expiry, (_time.GetUtcNow() + timeToLive).ToUnixTimeMilliseconds());
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, FileOptions.Asynchronous, whole.Length + ExpiryLength))
            {
                await RandomAccess.WriteAsync(file, [expiry, whole], 0, cancellationToken).ConfigureAwait(false);
                // While it is held: what nobody holds is swept.
                File.Move(temporary, path, overwrite: true);
            }

            _instruments.OnWritten(_time.GetElapsedTime(started), whole.Length);
        }
        catch (Exception e) when (IsExpected(e) || e is OperationCanceledException)
        {
            FolderSpace.TryDelete(temporary);
            if (e is OperationCanceledException)
            {
                throw;
            }

            _instruments.OnError(e.Message);
        }
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        FolderSpace.TryDelete(PathOf(key));
        return Task.CompletedTask;
    }

    public Task<LeaseAnswer> TryLeaseAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(FolderLease.TryTake(_space.Within(Path.Combine(_space.Folder, FolderLease.FolderName)), key));
        }
        catch (Exception e) when (IsExpected(e))
        {
            // Where no lock can be made, everybody computes.
            _instruments.OnError(e.Message);
            return Task.FromResult(default(LeaseAnswer));
        }
    }

    public async IAsyncEnumerable<StoredValue> ListAsync(bool check, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in _space.Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (KeyOf(file.FullName) is not { } key)
            {
                continue;
            }

            yield return new StoredValue(key, file.Length, check ? await IsSoundAsync(key, file.FullName, cancellationToken).ConfigureAwait(false) : null);
        }
    }

    public Task<long> ClearAsync(CancellationToken cancellationToken)
    {
        var cleared = 0L;
        foreach (var file in _space.Files())
        {
            if (KeyOf(file.FullName) is not null)
            {
                cleared += FolderSpace.TryDelete(file.FullName) ? 1 : 0;
            }
        }

        _space.Forget();
        return Task.FromResult(cleared);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> IsSoundAsync(string key, string path, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return bytes.Length >= ExpiryLength && CacheEnvelope.TryUnwrap(key, bytes.AsMemory(ExpiryLength), _options.MaxValueBytes, out _);
        }
        catch (Exception e) when (IsExpected(e))
        {
            // Gone meanwhile, or not ours to read: no use to anybody.
            return false;
        }
    }

    // {folder}/v1/{operation}/{two digits}/{code}-{inputs}: a key is found again from its file.
    private string PathOf(string key)
    {
        var parts = key.Split(':');
        return Path.Combine(_space.Folder, parts[0], parts[1], parts[2], parts[4][..2], $"{parts[3]}-{parts[4]}");
    }

    private string? KeyOf(string path)
    {
        var parts = Path.GetRelativePath(_space.Folder, path).Split(Path.DirectorySeparatorChar);
        var key = parts.Length == 5 ? $"{parts[0]}:{parts[1]}:{parts[2]}:{parts[4].Replace('-', ':')}" : "";
        return _names.IsOurs(key) ? key : null;
    }

    private bool IsOver(byte[] bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes) <= _time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Touch(string path)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        if (now - File.GetLastWriteTimeUtc(path) > TouchEvery)
        {
            File.SetLastWriteTimeUtc(path, now);
        }
    }

    private static bool IsExpected(Exception error) => error is IOException or UnauthorizedAccessException;
}
