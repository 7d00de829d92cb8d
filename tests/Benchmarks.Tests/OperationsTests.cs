using Gpu.Benchmarks.Operations;

namespace Gpu.Benchmarks.Tests;

public sealed class OperationsTests
{
    [Fact]
    public void The_page_has_every_public_operation_as_it_is_documented() =>
        Assert.True(
            File.ReadAllText(Repository.PathOf(OperationsPage.Page)) == OperationsPage.Make(),
            $"{OperationsPage.Page} is out of date. Make it anew with: dotnet run -c Release --project benchmarks -- operations");
}
