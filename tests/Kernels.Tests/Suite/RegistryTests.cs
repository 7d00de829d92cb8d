using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Tests.Suite;

public sealed class RegistryTests
{
    [Fact]
    public void Every_operation_of_the_library_is_checked_by_the_suite()
    {
        var known = KernelRegistry.Cases.Select(c => Definition(c.Operation)).ToHashSet();
        var missing = typeof(IPixelOperation).Assembly.GetTypes()
            .Where(t => t.IsValueType && (t.IsAssignableTo(typeof(IPixelOperation)) || t.IsAssignableTo(typeof(IItemOperation))))
            .Where(t => !known.Contains(t))
            .Select(t => t.FullName);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_snapshot_belongs_to_an_operation() =>
        Assert.Empty(Directory.GetFiles(Snapshot.Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Except(KernelRegistry.Cases.Select(c => c.Name)));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
