using BenchmarkDotNet.Running;
using Gpu.Benchmarks.Comparing;

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

BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
