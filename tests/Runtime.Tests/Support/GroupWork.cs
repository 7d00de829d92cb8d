using Gpu.Kernels.Launching;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Work of which many share a launch: adds one to each item, through the scope's views of many pieces.</summary>
public sealed class GroupWork(
    Memory<int> from, Memory<int> to, Action<ReadOnlySpan<IDeviceWork>>? before = null, Action<ReadOnlySpan<IDeviceWork>, IDeviceScope>? inScope = null) : IBatchableWork
{
    public string Operation => "test.group";

    public string BatchKey => "test.group";

    public long Size => to.Length;

    public int LargestBatch => 4096;

    public void Execute(IDeviceScope scope) => ExecuteAll([this], scope);

    public void ExecuteAll(ReadOnlySpan<IDeviceWork> works, IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        before?.Invoke(works);
        inScope?.Invoke(works, scope);
        ReadOnlyMemory<int>[] inputs = new ReadOnlyMemory<int>[works.Length];
        var outputs = new Memory<int>[works.Length];
        for (var i = 0; i < works.Length; i++)
        {
            (inputs[i], outputs[i]) = ((GroupWork)works[i]).Memory;
        }

        var input = scope.InputAll<int>(inputs);
        scope.Accelerator.Run(new AddOne(input, scope.OutputAll<int>(outputs), 1), (int)input.Length);
    }

    private (ReadOnlyMemory<int> From, Memory<int> To) Memory => (from, to);
}
