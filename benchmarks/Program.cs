using BenchmarkDotNet.Running;
using Gpu.Benchmarks.Bandwidth;
using Gpu.Benchmarks.Caching;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Contests;
using Gpu.Benchmarks.Extraction;
using Gpu.Benchmarks.Fuzzing;
using Gpu.Benchmarks.Gallery;
using Gpu.Benchmarks.Operations;
using Gpu.Benchmarks.Ranking;
using Gpu.Benchmarks.Roofline;
using Gpu.Benchmarks.Scale;
using Gpu.Benchmarks.Suites;
using Gpu.Benchmarks.Watching;

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

if (args is ["cache", ..])
{
    return await MeasureCache.RunAsync(args[1..], CancellationToken.None);
}

if (args is ["train-extraction", ..])
{
    return await TrainExtraction.RunAsync(args[1..], CancellationToken.None);
}

if (args is [EngineStart.Argument])
{
    return await EngineStart.MeasureAsync();
}

if (args is ["fuzz-pages", ..])
{
    return await FuzzPages.RunAsync(args[1..], Console.Out, CancellationToken.None);
}

if (args is ["extraction-readability", ..])
{
    return await CompareReadability.RunAsync(args[1..], Console.Out, CancellationToken.None);
}

if (args is ["extraction", ..])
{
    return await MeasureExtraction.RunAsync(args[1..], CancellationToken.None);
}

if (args is ["scale", ..])
{
    return await ScaleCommand.RunAsync(args[1..], Console.Out, CancellationToken.None);
}

if (args is ["watching", ..])
{
    return await WatchingCommand.RunAsync(args[1..], Console.Out);
}

if (args is ["roofline"])
{
    return RooflineCommand.Run(Console.Out);
}

if (args is ["gallery"])
{
    return GalleryCommand.Run(Console.Out);
}

if (args is ["operations"])
{
    return OperationsPage.Write(Console.Out);
}

if (args is ["ranking"])
{
    return await RankingCommand.RunAsync(Console.Out, CancellationToken.None);
}

if (args is ["bandwidth", ..])
{
    return BandwidthCommand.Run(args[1..], Console.Out, Console.Error);
}

SuiteConfig.Quick = args.Contains("--quick");
args = [.. args.Except(["--quick"])];
if (Array.IndexOf(args, "--kernel") is >= 0 and var at && at + 1 < args.Length)
{
    SuiteConfig.Kernel = args[at + 1];
    args = [.. args[..at], .. args[(at + 2)..]];
}

BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
return 0;
