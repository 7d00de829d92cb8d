using Gpu.Kernels.Scoring;
using Gpu.Runtime.Memory;

namespace Gpu.Runtime.Scheduling;

/// <summary>A small piece of real work whose result is known: asked of a device before it gets others' work again.</summary>
internal static class Canary
{
    private const int Rows = 64;
    private const int Columns = 16;

    /// <summary>Runs it, on the path that all work takes: memory in, a kernel, memory out.</summary>
    /// <exception cref="InvalidOperationException">The device gave another result.</exception>
    public static void Run(DeviceScope scope)
    {
        float[] features = new float[Rows * Columns], weights = new float[Columns], scores = new float[Rows];
        Array.Fill(weights, 1);
        for (var i = 0; i < features.Length; i++)
        {
            // Whole numbers: the sums are exact.
            features[i] = i / Columns;
        }

        new ScoreCandidates(features, weights, ReadOnlyMemory<float>.Empty, scores, Memory<int>.Empty).Execute(scope);
        scope.Finish();
        scope.Commit();
        for (var row = 0; row < Rows; row++)
        {
            if (scores[row] != row * Columns)
            {
                throw new InvalidOperationException($"{scope.Accelerator.Name} scored {scores[row]} where {row * Columns} is right.");
            }
        }
    }
}
