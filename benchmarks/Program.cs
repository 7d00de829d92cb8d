using BenchmarkDotNet.Running;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Extraction;

if (args is ["compare", ..])
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        stop.Cancel();
    };
    return await CompareCommand.RunAsync(args[1..], stop.Token);
}

if (args is ["extraction", ..])
{
    return await MeasureExtraction.RunAsync(args[1..], CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
