using System.Diagnostics;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling;

/// <summary>Counts the process's threads, so nothing else may run.</summary>
[CollectionDefinition(nameof(ThreadLeakTests), DisableParallelization = true)]
[Collection(nameof(ThreadLeakTests))]
public class ThreadLeakTests
{
    [Fact]
    public async Task Engines_come_and_go_without_leaving_threads()
    {
        // The first makes what stays for the life of the process.
        await UseOneAsync();
        var before = Count();
        for (var i = 0; i < 10; i++)
        {
            await UseOneAsync();
        }

        // An engine has seven threads of its own or more; the thread pool's may come and go.
        Assert.InRange(Count(), 0, before + 20);
    }

    private static int Count()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static async Task UseOneAsync()
    {
        await using var engine = await Engines.CpuAsync();
        await engine.RunAsync(new AddWork(new[] { 1 }, new int[1], 1), cancellationToken: TestContext.Current.CancellationToken);
    }
}
