using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Scoring operations on views of a host's own accelerator. They are launched on its default stream and not waited for.
/// Matrices are row-major without padding. Sizes and lengths are checked before the launch. What needs several launches and
/// memory between them is typed work, which <see cref="AcceleratorExtensions.Execute"/> runs on such an accelerator too.
/// </summary>
public static class ScoringExtensions
{
    // Elements that one core reads in about the time that waking another takes, some 50 microseconds.
    private const int SmallestRange = 1 << 18;

    /// <summary>score[i] = (features[i, :] . weights) (1 + edits[i]), as <see cref="ScoreCandidates"/> has it.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="features">N x F.</param>
    /// <param name="weights">F, at least 1.</param>
    /// <param name="edits">N edit weights, or an empty view for none.</param>
    /// <param name="scores">Takes N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public static void Score(this Accelerator accelerator, ArrayView<float> features, ArrayView<float> weights, ArrayView<float> edits, ArrayView<float> scores)
    {
        var columns = checked((int)weights.Length);
        var rows = ScoringCheck.Rows(features.Length, columns, nameof(features));
        ScoringCheck.Length(scores.Length, rows, "scores", nameof(scores));
        if (edits.Length != 0)
        {
            ScoringCheck.Length(edits.Length, rows, "edit weights", nameof(edits));
        }

        accelerator.RunRanges(new WeightedScore(features, weights, edits.Length == 0 ? weights : edits, edits.Length != 0, scores), rows, Math.Max(1, SmallestRange / columns));
    }

    /// <summary>1 / |row| of each row; 0 for a row shorter than 2^-50; NaN for one with NaN or infinity, or whose square overflows.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="matrix">N x F.</param>
    /// <param name="columns">F, at least 1.</param>
    /// <param name="inverses">Takes N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public static void InverseNorms(this Accelerator accelerator, ArrayView<float> matrix, int columns, ArrayView<float> inverses)
    {
        var rows = ScoringCheck.Rows(matrix.Length, columns, nameof(matrix));
        ScoringCheck.Length(inverses.Length, rows, "inverse norms", nameof(inverses));
        accelerator.RunRanges(new InverseNorms(matrix, columns, inverses), rows, Math.Max(1, SmallestRange / columns));
    }

    /// <summary>Working memory of <see cref="SelectTop"/>, in keys.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="rows">R.</param>
    /// <param name="columns">N.</param>
    /// <param name="k">How many of each row.</param>
    public static long TopScratch(this Accelerator accelerator, int rows, int columns, int k)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        return Selection.ScratchLength(accelerator, rows, columns, k);
    }

    /// <summary>The k greatest of each row of scores, as <see cref="SelectTop"/> has them.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="scores">R x N.</param>
    /// <param name="columns">N, at least 1.</param>
    /// <param name="scratch">As many as <see cref="TopScratch"/> says.</param>
    /// <param name="indices">Working memory as long.</param>
    /// <param name="top">Takes R x k indices; its length says k: 1 to N.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public static void SelectTop(
        this Accelerator accelerator, ArrayView<float> scores, int columns, ArrayView<ulong> scratch, ArrayView<int> indices, ArrayView<int> top)
    {
        var rows = ScoringCheck.Rows(scores.Length, columns, nameof(scores));
        var k = ScoringCheck.Selected(top.Length, rows, columns, nameof(top));
        ScoringCheck.Length(scratch.Length, accelerator.TopScratch(rows, columns, k), "keys of working memory", nameof(scratch));
        ScoringCheck.Length(indices.Length, scratch.Length, "indices of working memory", nameof(indices));
        Selection.Run(accelerator, new ScoreKeys(scores), rows, columns, k, scratch, indices, top);
    }

    /// <summary>Brings the values of each row to a common scale; a row with NaN or infinity becomes NaN throughout.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="values">R x N.</param>
    /// <param name="columns">N, 1 to 2^24.</param>
    /// <param name="kind">Which scale.</param>
    /// <param name="target">Takes R x N; not the values themselves.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or there is no such normalisation; the message names it.</exception>
    public static void Normalise(this Accelerator accelerator, ArrayView<float> values, int columns, Normalisation kind, ArrayView<float> target)
    {
        var rows = ScoringCheck.Normalised(values.Length, columns, kind, target.Length);
        accelerator.RunRanges(new NormaliseRows(values, columns, kind, target), rows, Math.Max(1, SmallestRange / 4 / columns));
    }
}
