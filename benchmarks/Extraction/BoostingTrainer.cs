using Gpu.Workflow.Extraction.Prose;

namespace Gpu.Benchmarks.Extraction;

/// <summary>
/// Trains <see cref="BoostedTrees"/>: gradient boosting of the logistic loss, each tree on a part of the rows and each
/// question on a part of the features, which keeps the trees apart and the model from learning its rows by heart.
/// </summary>
internal static class BoostingTrainer
{
    private const int Trees = 160;
    private const double Rate = .06;
    private const double Rows = .6;
    private const double Features = .3;
    private const int LeastRows = 10;
    private const int Limits = 24;

    /// <summary>Trains; the same rows give the same model.</summary>
    public static BoostedTrees Train(IReadOnlyList<float[]> rows, IReadOnlyList<bool> answers)
    {
        var random = new Random(7);
        var yes = answers.Count(answer => answer);
        var start = Math.Log((yes + 1.0) / (rows.Count - yes + 1.0));
        var sums = Enumerable.Repeat(start, rows.Count).ToArray();
        var limits = Enumerable.Range(0, rows[0].Length).Select(feature => Quantiles(rows, feature)).ToArray();
        var trees = new List<BoostedTrees.Tree>();
        for (var t = 0; t < Trees; t++)
        {
            var chance = Array.ConvertAll(sums, sum => 1 / (1 + Math.Exp(-sum)));
            var rest = chance.Select((p, i) => (answers[i] ? 1 : 0) - p).ToArray();
            var sample = Enumerable.Range(0, rows.Count).Where(_ => random.NextDouble() < Rows).ToArray();
            var tree = Grow(rows, limits, rest, chance, sample, random);
            trees.Add(tree);
            for (var i = 0; i < rows.Count; i++)
            {
                sums[i] += tree.Of(rows[i]);
            }
        }

        return new(start, trees);
    }

    private static BoostedTrees.Tree Grow(IReadOnlyList<float[]> rows, float[][] limits, double[] rest, double[] chance, int[] sample, Random random)
    {
        var tree = new BoostedTrees.Tree(new int[BoostedTrees.Questions], new float[BoostedTrees.Questions], new float[BoostedTrees.Questions + 1]);
        var parts = new int[(2 * BoostedTrees.Questions) + 1][];
        parts[0] = sample;
        for (var node = 0; node < BoostedTrees.Questions; node++)
        {
            var (feature, limit) = Split(rows, limits, rest, parts[node], random);
            (tree.Features[node], tree.Limits[node]) = (feature, limit);
            parts[(2 * node) + 1] = Array.FindAll(parts[node], i => rows[i][feature] <= limit);
            parts[(2 * node) + 2] = Array.FindAll(parts[node], i => rows[i][feature] > limit);
        }

        for (var leaf = 0; leaf < tree.Leaves.Length; leaf++)
        {
            var part = parts[BoostedTrees.Questions + leaf];
            tree.Leaves[leaf] = (float)Math.Round(Rate * part.Sum(i => rest[i]) / (part.Sum(i => chance[i] * (1 - chance[i])) + 1), 5);
        }

        return tree;
    }

    // The question that leaves the least variance; a limit that no row is above asks nothing.
    private static (int Feature, float Limit) Split(IReadOnlyList<float[]> rows, float[][] limits, double[] rest, int[] part, Random random)
    {
        var best = (Feature: 0, Limit: float.MaxValue);
        var total = part.Sum(i => rest[i]);
        var bestGain = (total * total / Math.Max(1, part.Length)) + 1e-9;
        for (var feature = 0; feature < limits.Length; feature++)
        {
            if (random.NextDouble() > Features)
            {
                continue;
            }

            foreach (var limit in limits[feature])
            {
                var (sum, count) = (0.0, 0);
                foreach (var i in part)
                {
                    if (rows[i][feature] <= limit)
                    {
                        sum += rest[i];
                        count++;
                    }
                }

                if (count < LeastRows || part.Length - count < LeastRows)
                {
                    continue;
                }

                var gain = (sum * sum / count) + ((total - sum) * (total - sum) / (part.Length - count));
                if (gain > bestGain)
                {
                    (best, bestGain) = ((feature, limit), gain);
                }
            }
        }

        return best;
    }

    private static float[] Quantiles(IReadOnlyList<float[]> rows, int feature)
    {
        var sorted = rows.Select(row => row[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Limits).Select(i => sorted[(long)i * (sorted.Length - 1) / (Limits + 1)]).Append(sorted[0]).Where(limit => limit < sorted[^1]).Distinct().Order()];
    }
}
