using Gpu.Kernels.Scoring;

namespace Gpu.Kernels.Tests.Scoring;

/// <summary>The host's score reads whole cache lines, however the matrix lies: the bits do not depend on where, nor on what lies beside it.</summary>
public sealed class AlignedScoreTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(80)]
    [InlineData(128)]
    [InlineData(144)]
    [InlineData(1040)]
    [InlineData(127)]
    public void Scores_are_the_same_wherever_the_matrix_lies(int columns)
    {
        const int Rows = 70;
        var random = new Random(columns);
        float Next() => (random.NextSingle() - 0.5f) * MathF.ScaleB(1, random.Next(-10, 10));
        float[] features = [.. Enumerable.Range(0, Rows * columns).Select(_ => Next())], weights = [.. Enumerable.Range(0, columns).Select(_ => Next())], edits = [.. Enumerable.Range(0, Rows).Select(_ => Next())];
        features[columns] = float.PositiveInfinity;
        features[(5 * columns) - 1] = float.NaN;
        uint[] expected = [.. Enumerable.Range(0, Rows).Select(r => Expected(features.AsSpan(r * columns, columns), weights, edits[r]))];
        var memory = GC.AllocateUninitializedArray<float>((Rows * columns) + 64, pinned: true);
        for (var offset = 0; offset < 32; offset++)
        {
            // Whatever is read beyond the matrix must not count.
            memory.AsSpan().Fill(float.NaN);
            features.CopyTo(memory, offset);
            var scores = new float[Rows];
            WeightedScoreHost.Score(memory.AsSpan(offset, features.Length), weights, edits, scores);
            Assert.Equal(expected, scores.Select(BitConverter.SingleToUInt32Bits));
        }
    }

    private static uint Expected(ReadOnlySpan<float> row, float[] weights, float edit)
    {
        var sums = new float[16];
        for (var i = 0; i < row.Length; i++)
        {
            var product = row[i] * weights[i];
            sums[i % 16] += product;
        }

        for (var half = 8; half > 0; half /= 2)
        {
            for (var j = 0; j < half; j++)
            {
                sums[j] += sums[j + half];
            }
        }

        var score = sums[0] * (1 + edit);
        return float.IsNaN(score) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(score);
    }
}
