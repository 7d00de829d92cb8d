using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Every order in which callers, devices and the clock can reach the core, for small cases: all that the engine's threads share
/// is changed in sections under one lock, and each step here is one such section.
/// </summary>
public class InterleavingTests
{
    private const long Hang = TimeSpan.TicksPerSecond;

    [Fact]
    public void Every_order_of_submitting_cancelling_running_failing_and_hanging_ends_each_request_once()
    {
        var explorer = new Explorer();
        do
        {
            using var one = new Case(explorer);
            one.Run();
        }
        while (explorer.Next());

        Console.WriteLine($"Interleavings: all {explorer.Runs:N0} orders of 2 requests, a cancellation, 2 devices, a failure and a hang");
        Assert.True(explorer.Runs > 10_000, $"only {explorer.Runs} orders");
    }

    private sealed class Case : IDisposable
    {
        private readonly Explorer _explorer;
        private readonly SchedulerCore _core = new(
            new CoreOptions { HangTimeout = Hang, Backoff = 0, Quarantine = 100 * Hang }, new CostModel(), DateTimeOffset.UnixEpoch);
        private readonly CancellationTokenSource _cancel = new();
        private readonly WorkItem[] _items;
        private readonly int[] _writes = new int[2];
        private readonly int[] _ends = new int[2];
        private readonly Device[] _devices;
        private int _submitted;
        private bool _failed;
        private bool _hung;
        private long _now;

        public Case(Explorer explorer)
        {
            _explorer = explorer;
            _items = [Make(_cancel.Token), Make(CancellationToken.None)];
            _devices = [new Device(_core.AddDevice("a", "a", false)), new Device(_core.AddDevice("b", "b", false))];
            foreach (var device in _devices)
            {
                _core.Opened(device.Core, null, 0);
            }

            Collect();
        }

        public void Run()
        {
            while (true)
            {
                var steps = Steps().ToArray();
                if (steps.Length == 0)
                {
                    break;
                }

                steps[_explorer.Choose(steps.Length)]();
                _now++;
                Collect();
            }

            Assert.True(_ends.All(static n => n == 1), $"requests ended {string.Join(" and ", _ends)} times in order {_explorer.Path}");
            for (var i = 0; i < _items.Length; i++)
            {
                Assert.InRange(_writes[i], 0, 1);
            }

            Assert.Equal((0, 0, 0), (_core.Waiting, _core.Running, _core.Leftovers));
        }

        public void Dispose() => _cancel.Dispose();

        private IEnumerable<Action> Steps()
        {
            if (_submitted < _items.Length)
            {
                yield return () => _core.Submit(_items[_submitted++], _now);
            }

            if (!_cancel.IsCancellationRequested)
            {
                yield return () =>
                {
                    _cancel.Cancel();
                    _core.Cancel(_items[0], _now);
                };
            }

            foreach (var device in _devices)
            {
                if (device.Core.Called && device.Batch is null)
                {
                    yield return () => device.Batch = _core.Take(device.Core, _now);
                }
                else if (device is { Batch: { } batch, Committed: null })
                {
                    yield return () => device.Committed = Commit(batch);
                    if (!_failed)
                    {
                        yield return () => Fail(device, batch);
                    }

                    if (!_hung && batch.Lease == LeaseState.Held)
                    {
                        yield return () => HangFor(batch);
                    }
                }
                else if (device is { Batch: { } ended, Committed: not null })
                {
                    yield return () => Done(device, ended);
                }
            }
        }

        private static WorkItem Make(CancellationToken token) => new(new SimWork("op", 10, 8), WorkOptions.Default, token);

        private bool Commit(Batch batch)
        {
            var may = SchedulerCore.TryCommit(batch);
            foreach (var item in may ? batch.Items : [])
            {
                Assert.Equal(0, _ends[Index(item)]);
                _writes[Index(item)]++;
            }

            return may;
        }

        private void Done(Device device, Batch batch)
        {
            (device.Batch, device.Committed) = (null, null);
            _core.Done(batch, default, _now);
        }

        private void Fail(Device device, Batch batch)
        {
            _failed = true;
            device.Batch = null;
            _core.Failed(batch, BatchFailure.Device, new InvalidOperationException("simulated"), default, _now);
        }

        // One batch at a time hangs: the clock goes on for this one only.
        private void HangFor(Batch batch)
        {
            _hung = true;
            batch.HangAt = _now;
            _core.Tick(_now);
        }

        private void Collect()
        {
            var box = _core.TakeOutbox(new Outbox());
            foreach (var ending in box.Endings)
            {
                _ends[Index(ending.Item)]++;
                Assert.True(ending.Outcome is RequestOutcome.Completed or RequestOutcome.Cancelled, $"{ending.Outcome}: {ending.Error?.Message}");
            }
        }

        private int Index(WorkItem item) => Array.IndexOf(_items, item);

        private sealed class Device(CoreDevice core)
        {
            public CoreDevice Core => core;

            public Batch? Batch { get; set; }

            public bool? Committed { get; set; }
        }
    }
}
