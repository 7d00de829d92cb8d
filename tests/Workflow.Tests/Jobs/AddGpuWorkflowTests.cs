using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class AddGpuWorkflowTests
{
    [Fact]
    public async Task Every_stage_comes_with_it()
    {
        await using var services = new ServiceCollection().AddGpuWorkflow(static options => options.StateFolder = null).BuildServiceProvider();

        Assert.NotNull(services.GetRequiredService<WorkflowEngine>());
        Assert.NotNull(services.GetRequiredService<WorkflowBatch>());
        Assert.Empty(await services.GetRequiredService<WorkflowEngine>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stage_of_the_hosts_own_takes_the_place_of_ours(bool before)
    {
        var own = new FakeStages();
        var collection = new ServiceCollection();
        if (before)
        {
            collection.AddSingleton<IContentExtractor>(own).AddSingleton<ISuggester>(own).AddGpuWorkflow();
        }
        else
        {
            collection.AddGpuWorkflow().AddSingleton<IContentExtractor>(own).AddSingleton<ISuggester>(own);
        }

        await using var services = collection.BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<WorkflowStages>().Extractor);
        Assert.Same(own, services.GetRequiredService<WorkflowStages>().Suggester);
    }
}
