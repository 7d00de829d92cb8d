using System.Buffers;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>Many small <see cref="ScoreCandidates"/> of one shape in one launch.</summary>
internal static class ScoreBatch
{
    /// <summary>Features for which one more matrix in a launch gains nothing: 4 MB are copied in some 0.5 ms, a launch takes 0.05.</summary>
    public const long Elements = 1 << 20;

    /// <summary>More are no gain whatever their size.</summary>
    public const int Most = 4096;

    /// <summary>Runs them.</summary>
    /// <param name="works">Two or more of the same rows, columns, top, and with or without edits.</param>
    /// <param name="scope">The device.</param>
    /// <param name="shape">One of them.</param>
    public static void Execute(ReadOnlySpan<IDeviceWork> works, IDeviceScope scope, ScoreCandidates shape)
    {
        int count = works.Length, rows = shape.Scores.Length, columns = shape.Weights.Length, top = shape.Top.Length;
        var inputs = ArrayPool<ReadOnlyMemory<float>>.Shared.Rent(count);
        var scores = ArrayPool<Memory<float>>.Shared.Rent(count);
        var tops = ArrayPool<Memory<int>>.Shared.Rent(count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                var work = (ScoreCandidates)works[i];
                (inputs[i], scores[i], tops[i]) = (work.Features, work.Scores, work.Top);
            }

            var features = scope.InputAll<float>(inputs.AsSpan(0, count));
            Fill(inputs, works, static w => w.Weights);
            var weights = scope.InputAll<float>(inputs.AsSpan(0, count));
            var edits = weights;
            if (!shape.Edits.IsEmpty)
            {
                Fill(inputs, works, static w => w.Edits);
                edits = scope.InputAll<float>(inputs.AsSpan(0, count));
            }

            var target = scope.OutputAll<float>(scores.AsSpan(0, count));
            var operation = new WeightedScores(features, weights, edits, !shape.Edits.IsEmpty, rows, columns, target);
            scope.Accelerator.RunRanges(operation, checked(count * rows), Math.Max(1, ScoreCandidates.SmallestRange / columns));
            if (top > 0)
            {
                Selection.Run(scope, new ScoreKeys(target), count, rows, top, scope.OutputAll<int>(tops.AsSpan(0, count)));
            }
        }
        finally
        {
            // They hold on to callers' memory otherwise.
            ArrayPool<ReadOnlyMemory<float>>.Shared.Return(inputs, clearArray: true);
            ArrayPool<Memory<float>>.Shared.Return(scores, clearArray: true);
            ArrayPool<Memory<int>>.Shared.Return(tops, clearArray: true);
        }
    }

    private static void Fill(ReadOnlyMemory<float>[] inputs, ReadOnlySpan<IDeviceWork> works, Func<ScoreCandidates, ReadOnlyMemory<float>> part)
    {
        for (var i = 0; i < works.Length; i++)
        {
            inputs[i] = part((ScoreCandidates)works[i]);
        }
    }
}
