using System.Reflection;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>An operation under test: how to make instances of it, and how each of its forms is launched.</summary>
internal abstract class KernelCase(string name, Type operation)
{
    /// <summary>The name of its snapshot file.</summary>
    public string Name => name;

    public Type Operation => operation;

    /// <summary>The kernel that a GPU runs: <c>Launch.PerPixel</c> or <c>Launch.PerItem</c> of the operation.</summary>
    public abstract MethodInfo Kernel { get; }

    /// <summary>Makes an instance and launches it the way users do.</summary>
    public abstract void Run(CaseArguments arguments);

    /// <summary>Makes an instance and runs its definition, one thread a cell, even on the CPU.</summary>
    public abstract void RunDefinition(CaseArguments arguments);

    /// <summary>Makes an instance and runs its host body in so many bands, at most one a row.</summary>
    public abstract void RunBands(CaseArguments arguments, int bands);

    /// <summary>Makes an instance for whoever runs it in his own way.</summary>
    /// <returns>Its grid, one number of items or columns and rows, and the operation.</returns>
    public abstract (int[] Grid, object Operation) Instance(CaseArguments arguments);

    /// <param name="name">The name of its snapshot file.</param>
    /// <param name="make">Makes an instance from arguments that are random but fixed by their seed.</param>
    public static KernelCase Pixels<TOperation>(string name, Func<CaseArguments, PixelRun<TOperation>> make)
        where TOperation : struct, IPixelOperation => new PixelCase<TOperation>(name, make);

    /// <param name="name">The name of its snapshot file.</param>
    /// <param name="make">Makes an instance from arguments that are random but fixed by their seed.</param>
    public static KernelCase Items<TOperation>(string name, Func<CaseArguments, ItemRun<TOperation>> make)
        where TOperation : struct, IItemOperation => new ItemCase<TOperation>(name, make);

    private static MethodInfo Entry(string method, Type operation) =>
        typeof(Launch).GetMethod(method)!.MakeGenericMethod(operation);

    private sealed class PixelCase<TOperation>(string name, Func<CaseArguments, PixelRun<TOperation>> make) : KernelCase(name, typeof(TOperation))
        where TOperation : struct, IPixelOperation
    {
        public override MethodInfo Kernel => Entry(nameof(Launch.PerPixel), typeof(TOperation));

        public override void Run(CaseArguments arguments)
        {
            var run = make(arguments);
            arguments.Accelerator.Run(run.Operation, run.Width, run.Height);
        }

        public override void RunDefinition(CaseArguments arguments)
        {
            var run = make(arguments);
            arguments.Accelerator.LoadImplicitlyGroupedStreamKernel<Index2D, TOperation>(Launch.PerPixel, Devices.CpuLanes)(
                new Index2D(run.Width, run.Height), run.Operation);
        }

        public override void RunBands(CaseArguments arguments, int bands)
        {
            var run = make(arguments);
            AcceleratorKernels.Of(arguments.Accelerator).RunBands(run.Operation, run.Height, Math.Min(bands, run.Height));
        }

        public override (int[] Grid, object Operation) Instance(CaseArguments arguments)
        {
            var run = make(arguments);
            return ([run.Width, run.Height], run.Operation);
        }
    }

    private sealed class ItemCase<TOperation>(string name, Func<CaseArguments, ItemRun<TOperation>> make) : KernelCase(name, typeof(TOperation))
        where TOperation : struct, IItemOperation
    {
        public override MethodInfo Kernel => Entry(nameof(Launch.PerItem), typeof(TOperation));

        public override void Run(CaseArguments arguments)
        {
            var run = make(arguments);
            arguments.Accelerator.Run(run.Operation, run.Items);
        }

        public override void RunDefinition(CaseArguments arguments)
        {
            var run = make(arguments);
            arguments.Accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, TOperation>(Launch.PerItem, Devices.CpuLanes)(run.Items, run.Operation);
        }

        public override void RunBands(CaseArguments arguments, int bands)
        {
            var run = make(arguments);
            AcceleratorKernels.Of(arguments.Accelerator).RunRanges(run.Operation, run.Items, Math.Min(bands, run.Items));
        }

        public override (int[] Grid, object Operation) Instance(CaseArguments arguments)
        {
            var run = make(arguments);
            return ([run.Items], run.Operation);
        }
    }
}
