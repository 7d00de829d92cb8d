using Gpu.Benchmarks.Ptx;
using Gpu.Benchmarks.Standard;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Gpu.Benchmarks.Roofline;

/// <summary>
/// Profiles a kernel without a GPU: carries out the PTX of warps spread evenly over the standard shape, with real data, and
/// counts. So loops have the trip counts that they have.
/// </summary>
internal static class KernelProfiler
{
    private const int WarpSize = 32;
    private const int Warps = 24;
    private const long EnoughInstructions = 1_000_000;

    // Of a thread's accesses by one instruction, how many are looked at for what the warp touches together.
    private const int Watched = 64;

    /// <summary>Profiles a kernel.</summary>
    /// <param name="context">Compiles it.</param>
    /// <param name="cpu">The CPU accelerator, whose memory it is given.</param>
    /// <param name="kernel">Which.</param>
    /// <param name="mostWarps">How many warps are carried out at most.</param>
    public static KernelProfile Profile(Context context, Accelerator cpu, StandardKernel kernel, int mostWarps = Warps)
    {
        var module = PtxModule.Parse(PtxText.Of(context, kernel.Kernel, CudaArchitecture.SM_80));
        using var launch = kernel.Open(cpu);
        var watch = new WarpAccesses(module.Instructions.Count, Watched);
        var run = new PtxLaunch(module, launch.Grid, launch.Operation) { OnAccess = watch.Add };
        int columns = launch.Grid[0], rows = launch.Grid.Length == 1 ? 1 : launch.Grid[1];
        long warpsAcross = (columns + WarpSize - 1) / WarpSize, warps = warpsAcross * rows, threads = 0;
        double longest = 0, longestLoads = 0;
        var cost = module.Instructions.Select(i => i.Cost).ToArray();
        var before = new long[cost.Length];
        for (var sample = 0; sample < Math.Min(warps, mostWarps) && (sample < 1 || run.Counts.Sum() < EnoughInstructions); sample++)
        {
            var warp = Spread(sample) % warps;
            for (var lane = 0; lane < WarpSize && ((warp % warpsAcross * WarpSize) + lane) < columns; lane++)
            {
                run.Counts.CopyTo(before, 0);
                watch.NextThread();
                run.RunThread((int)(warp % warpsAcross * WarpSize) + lane, (int)(warp / warpsAcross));
                threads++;
                var own = Enumerable.Range(0, cost.Length).Sum(i => (double)(run.Counts[i] - before[i]) * cost[i]);
                if (own > longest)
                {
                    longest = own;
                    longestLoads = Of(module, PtxKind.Load, i => run.Counts[i] - before[i]);
                }
            }

            watch.EndWarp();
        }

        double All(PtxKind kind) => Of(module, kind, i => run.Counts[i]) / threads;
        return new KernelProfile(
            (long)columns * rows,
            watch.Bytes(run.Views),
            Enumerable.Range(0, cost.Length).Sum(i => (double)run.Counts[i] * cost[i]) / threads,
            longest,
            longestLoads,
            All(PtxKind.Load),
            All(PtxKind.Store),
            watch.SectorsAnAccess);

        // Evenly over all warps in whatever number: multiples of the golden ratio, the middle first.
        long Spread(int sample) => (long)(warps * ((0.5 + (sample * 0.6180339887498949)) % 1));
    }

    private static double Of(PtxModule module, PtxKind kind, Func<int, long> count) =>
        Enumerable.Range(0, module.Instructions.Count).Where(i => module.Instructions[i].Kind == kind).Sum(i => (double)count(i));
}
