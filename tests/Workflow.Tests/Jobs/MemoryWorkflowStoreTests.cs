using Gpu.Workflow.Jobs;

namespace Gpu.Workflow.Tests.Jobs;

public class MemoryWorkflowStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_run_are_kept_and_of_those_that_ended_the_latest()
    {
        var store = new MemoryWorkflowStore(most: 3);
        await store.SaveAsync(State("runs", 0, WorkflowStatus.Generating), Cancel);
        await store.SaveAsync(State("again", 0, WorkflowStatus.Failed), Cancel);
        for (var i = 1; i <= 5; i++)
        {
            await store.SaveAsync(State($"done-{i}", i, WorkflowStatus.Extracting), Cancel);
            await store.SaveAsync(State($"done-{i}", i, WorkflowStatus.Completed), Cancel);
            // Run again in time: of its second run it is one of the latest.
            await (i == 3 ? store.SaveAsync(State("again", 9, WorkflowStatus.Completed), Cancel) : Task.CompletedTask);
        }

        Assert.Equal(["again", "done-4", "done-5", "runs"], (await store.ListAsync(Cancel)).Select(static s => s.WorkflowId).Order(StringComparer.Ordinal));
    }

    private static WorkflowState State(string id, int minute, WorkflowStatus status)
    {
        var at = DateTimeOffset.UnixEpoch.AddMinutes(minute);
        return new WorkflowState { WorkflowId = id, SourceUrl = "https://example.com/", Status = status, CreatedAt = at, UpdatedAt = at };
    }
}
