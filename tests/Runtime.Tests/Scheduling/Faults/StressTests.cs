using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Tests.Support;
using ILGPU.Runtime.Cuda;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>
/// The real engine with its threads under random callers and random misfortune. Where a schedule cannot be repeated, the seed
/// repeats what was asked for and what went wrong: GPU_STRESS_SEED=N.
/// </summary>
public class StressTests
{
    private const int Callers = 8;
    private const int RequestsEach = 1500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_random_callers_and_misfortune_each_request_ends_once_with_its_own_result()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GPU_STRESS_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"GPU_STRESS_SEED={seed}");
        var log = new EndCounter();
        await using var engine = await Engines.OnAsync(
            [Device("a", seed, 0.02), Device("b", seed + 1, 0.2), Device("c", seed + 2, 0)],
            o =>
            {
                o.QueueLimit = 500;
                o.RetryDelay = TimeSpan.FromMilliseconds(1);
                o.Quarantine = TimeSpan.FromMilliseconds(20);
                o.Observers.Add(log);
            });
        var ends = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(engine, new Random(seed + 100 + caller)), Token)));
        await engine.DrainAsync(Token);

        var problems = ends.SelectMany(static e => e).ToArray();
        Assert.True(problems.Length == 0, $"GPU_STRESS_SEED={seed}: {string.Join("; ", problems.Take(5))}");
        Assert.Equal(0, engine.QueueLength);
        Engines.AssertNothingInUse(engine);
        Assert.Equal((long)Callers * RequestsEach, log.Ended);
        Assert.Equal(log.Queued, log.Ended - log.AtTheDoor);
    }

    private static DeviceCandidate Device(string id, int seed, double failures)
    {
        var random = new Random(seed);
        return Engines.Cpu(id, kind: DeviceKind.Cuda) with
        {
            // On the device's thread only.
            Around = execute =>
            {
                var fate = random.NextDouble();
                if (fate < failures / 2)
                {
                    throw new CudaException("simulated");
                }

                if (fate < failures)
                {
                    throw new DeviceOutOfMemory("simulated");
                }

                execute();
            },
        };
    }

    private static async Task<List<string>> CallAsync(ComputeEngine engine, Random random)
    {
        var problems = new List<string>();
        var open = new Queue<(Task<WorkReceipt> Task, int[] To, int Value, CancellationTokenSource? Cancel)>();
        for (var i = 0; i < RequestsEach; i++)
        {
            var cancel = random.Next(10) == 0 ? new CancellationTokenSource() : null;
            var options = new WorkOptions
            {
                Priority = (WorkPriority)random.Next(3),
                Tenant = $"{random.Next(3)}",
                Deadline = random.Next(10) == 0 ? TimeProvider.System.GetUtcNow().AddMilliseconds(random.Next(50)) : null,
            };
            int[] from = [i], to = [0];
            var task = engine.RunAsync(random.Next(2) == 0 ? new AddWork(from, to, 1) : new GroupWork(from, to), options, cancel?.Token ?? default);
            open.Enqueue((task, to, i + 1, cancel));
            if (cancel is not null && random.Next(2) == 0)
            {
                await cancel.CancelAsync();
            }

            while (open.Count > 40 || (open.Count > 0 && i == RequestsEach - 1))
            {
                var (first, target, value, source) = open.Dequeue();
                source?.Cancel();
                var error = await Record.ExceptionAsync(() => first);
                if (error is null && target[0] != value)
                {
                    problems.Add($"{value} came out as {target[0]}");
                }

                if (error is not (null or OperationCanceledException or QueueFullError or DeadlineExceededError or DeviceFailedError))
                {
                    problems.Add($"{error}");
                }

                // Its memory is the caller's again.
                target[0] = int.MinValue;
                source?.Dispose();
            }
        }

        return problems;
    }

    private sealed class EndCounter : IEngineObserver
    {
        private long _queued;
        private long _ended;
        private long _atTheDoor;

        public long Queued => Interlocked.Read(ref _queued);

        public long Ended => Interlocked.Read(ref _ended);

        public long AtTheDoor => Interlocked.Read(ref _atTheDoor);

        public void OnRequestQueued(RequestQueued request) => Interlocked.Increment(ref _queued);

        public bool FollowsRequests => true;

        public bool WantsReasons => false;

        public void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch)
        {
            Interlocked.Add(ref _ended, requests.Length);
            foreach (ref readonly var request in requests)
            {
                Interlocked.Add(ref _atTheDoor, request.Item.Number == 0 ? 1 : 0);
            }
        }

        public void OnBatchPlaced(BatchPlaced batch)
        {
        }

        public void OnBatchStarted(BatchStarted batch)
        {
        }

        public void OnBatchEnded(BatchEnded batch)
        {
        }

        public void OnRequestRetried(RequestRetried request)
        {
        }

        public void OnDeviceChanged(DeviceChanged device)
        {
        }

        public void OnMemoryChanged(DeviceMemory memory)
        {
        }
    }
}
