using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Adds a number to every item of an array, by way of scratch memory, so that it uses all of a scope.</summary>
public sealed class AddWork(ReadOnlyMemory<int> from, Memory<int> to, int addend) : IDeviceWork
{
    public string Operation => "test.add";

    public string BatchKey => $"test.add:{from.Length}";

    public long Size => from.Length;

    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var between = scope.Scratch<int>(from.Length);
        scope.Accelerator.Run(new AddOne(scope.Input(from), between, addend - 1), from.Length);
        scope.Accelerator.Run(new AddOne(between, scope.Output(to), 1), from.Length);
    }
}
