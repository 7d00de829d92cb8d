using System.Reflection;
using Gpu.Kernels.Launching;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Standard;

/// <summary>An operation at its standard shape: what the benchmarks run, and what the roofline is made of.</summary>
/// <param name="name">The name of its family and itself, as the kernel suite has it.</param>
/// <param name="shape">The shape in words.</param>
/// <param name="unit">What its figures are given for: <c>pixel</c>.</param>
/// <param name="units">How many of them a launch has.</param>
internal abstract class StandardKernel(string name, string shape, string unit, long units)
{
    public string Name => name;

    public string Shape => shape;

    public string Unit => unit;

    public long Units => units;

    /// <summary>Whether GPUs are given other kernels for the same work.</summary>
    public bool HostOnly { get; private set; }

    /// <summary>Whether the CPU is given another kernel for the same work; the host body is then made to be right only.</summary>
    public bool GpuOnly { get; private set; }

    /// <summary>The operation's type.</summary>
    public abstract Type Operation { get; }

    /// <summary>The kernel that a GPU runs.</summary>
    public abstract MethodInfo Kernel { get; }

    /// <summary>Makes a launch on an accelerator.</summary>
    public abstract StandardLaunch Open(Accelerator accelerator);

    public override string ToString() => name;

    /// <summary>Says that GPUs are given other kernels for the same work.</summary>
    public StandardKernel OnHostOnly()
    {
        HostOnly = true;
        return this;
    }

    /// <summary>Says that the CPU is given another kernel for the same work.</summary>
    public StandardKernel OnGpuOnly()
    {
        GpuOnly = true;
        return this;
    }

    public static StandardKernel Pixels<TOperation>(string name, string shape, string unit, long units, int width, int height, Func<StandardArguments, TOperation> make)
        where TOperation : struct, IPixelOperation => new PixelKernel<TOperation>(name, shape, unit, units, width, height, make);

    public static StandardKernel Items<TOperation>(string name, string shape, string unit, long units, int items, Func<StandardArguments, TOperation> make)
        where TOperation : struct, IItemOperation => new ItemKernel<TOperation>(name, shape, unit, units, items, make);

    private static MethodInfo Entry(string method, Type operation) => typeof(Launch).GetMethod(method)!.MakeGenericMethod(operation);

    private sealed class PixelKernel<TOperation>(string name, string shape, string unit, long units, int width, int height, Func<StandardArguments, TOperation> make)
        : StandardKernel(name, shape, unit, units)
        where TOperation : struct, IPixelOperation
    {
        public override Type Operation => typeof(TOperation);

        public override MethodInfo Kernel => Entry(nameof(Launch.PerPixel), typeof(TOperation));

        public override StandardLaunch Open(Accelerator accelerator)
        {
            var arguments = new StandardArguments(accelerator);
            var operation = make(arguments);
            return new StandardLaunch(arguments, [width, height], operation, () => accelerator.Run(operation, width, height));
        }
    }

    private sealed class ItemKernel<TOperation>(string name, string shape, string unit, long units, int items, Func<StandardArguments, TOperation> make)
        : StandardKernel(name, shape, unit, units)
        where TOperation : struct, IItemOperation
    {
        public override Type Operation => typeof(TOperation);

        public override MethodInfo Kernel => Entry(nameof(Launch.PerItem), typeof(TOperation));

        public override StandardLaunch Open(Accelerator accelerator)
        {
            var arguments = new StandardArguments(accelerator);
            var operation = make(arguments);
            return new StandardLaunch(arguments, [items], operation, () => accelerator.Run(operation, items));
        }
    }
}
