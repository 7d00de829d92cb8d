using System.Globalization;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// A sum of small decision trees, each three questions deep (Friedman, Greedy Function Approximation, 2001). The sum is the
/// logarithm of the odds that the answer is yes.
/// </summary>
internal sealed class BoostedTrees
{
    /// <summary>How many questions a tree asks.</summary>
    public const int Depth = 3;

    /// <summary>How many questions a tree holds.</summary>
    public const int Questions = (1 << Depth) - 1;

    private readonly double _start;
    private readonly Tree[] _trees;

    /// <summary>Makes a model.</summary>
    /// <param name="start">What the sum begins with.</param>
    /// <param name="trees">Its trees.</param>
    public BoostedTrees(double start, IEnumerable<Tree> trees)
    {
        _start = start;
        _trees = [.. trees];
    }

    /// <summary>The model that comes with the extractor, trained by <c>benchmarks -- train-extraction</c> on half of the judged pages.</summary>
    public static BoostedTrees Shipped { get; } = Read(new StreamReader(typeof(BoostedTrees).Assembly.GetManifestResourceStream("Extraction/blocks.model") ?? throw new InvalidOperationException("The assembly lacks Extraction/blocks.model.")), BlockFeatures.Names.Count);

    /// <summary>The probability of yes, 0 to 1.</summary>
    /// <param name="features">As many numbers as the model was trained on.</param>
    public double Probability(ReadOnlySpan<float> features)
    {
        var sum = _start;
        foreach (var tree in _trees)
        {
            sum += tree.Of(features);
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Writes the model: the start in a line, then a tree a line: its questions (number of the feature, greatest value of the left side), its leaves.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(_start.ToString("R", CultureInfo.InvariantCulture) + "\n");
        foreach (var tree in _trees)
        {
            writer.Write(string.Join(' ', tree.Features.Zip(tree.Limits, (f, limit) => string.Create(CultureInfo.InvariantCulture, $"{f}:{limit:R}")).Concat(tree.Leaves.Select(leaf => leaf.ToString("0.#####", CultureInfo.InvariantCulture)))) + "\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no model, or asks for features that there are not.</exception>
    public static BoostedTrees Read(TextReader reader, int features)
    {
        using (reader)
        {
            var start = double.Parse(reader.ReadLine() ?? "", CultureInfo.InvariantCulture);
            var trees = new List<Tree>();
            while (reader.ReadLine() is { Length: > 0 } line)
            {
                var parts = line.Split(' ');
                if (parts.Length != (2 * Questions) + 1)
                {
                    throw new InvalidDataException($"Tree {trees.Count + 1} of the model has {parts.Length} parts; {(2 * Questions) + 1} were expected.");
                }

                var questions = parts[..Questions].Select(part => part.Split(':')).ToList();
                var tree = new Tree(
                    [.. questions.Select(q => int.Parse(q[0], CultureInfo.InvariantCulture))],
                    [.. questions.Select(q => float.Parse(q[1], CultureInfo.InvariantCulture))],
                    [.. parts[Questions..].Select(part => float.Parse(part, CultureInfo.InvariantCulture))]);
                trees.Add(tree.Features.Max() < features ? tree : throw new InvalidDataException($"Tree {trees.Count + 1} of the model asks for feature {tree.Features.Max()}; there are {features}. Train it again."));
            }

            return new(start, trees);
        }
    }

    /// <summary>A tree: question i has its answers' questions at 2i + 1 (not above the limit) and 2i + 2.</summary>
    /// <param name="Features">The feature that each question asks for.</param>
    /// <param name="Limits">The greatest value of the left side.</param>
    /// <param name="Leaves">What each end adds.</param>
    public sealed record Tree(int[] Features, float[] Limits, float[] Leaves)
    {
        /// <summary>What the tree adds.</summary>
        public float Of(ReadOnlySpan<float> row) => Leaves[Leaf(row)];

        /// <summary>The end that a row comes to.</summary>
        public int Leaf(ReadOnlySpan<float> row)
        {
            var at = 0;
            while (at < Questions)
            {
                at = (2 * at) + (row[Features[at]] <= Limits[at] ? 1 : 2);
            }

            return at - Questions;
        }
    }
}
